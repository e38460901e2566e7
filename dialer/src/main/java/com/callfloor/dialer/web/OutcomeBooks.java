package com.callfloor.dialer.web;

import java.util.List;

import com.callfloor.dialer.agents.AgentDays;
import com.callfloor.dialer.dispositions.DraftBook;
import com.callfloor.dialer.dispositions.FollowUpPlan;
import com.callfloor.dialer.dispositions.OwnDisposition;
import com.callfloor.dialer.tasks.TaskBook;

/**
 * What agents say of calls, and what follows from it.
 *
 * @param own the floor's own dispositions, besides the built-in ones
 */
public record OutcomeBooks(TaskBook tasks, DraftBook drafts, AgentDays days, FollowUpPlan plan,
        List<OwnDisposition> own) {
    public OutcomeBooks {
        own = List.copyOf(own);
    }
}
