package com.callfloor.dialer.tasks;

import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.words.Words;

/**
 * Something to do about a case.
 *
 * @param agent whose it is, where it is one agent's
 * @param attempt the call that it came from
 * @param channel how, where that is settled: {@code message} or {@code call}
 * @param text what the agent was told, or what is to be checked
 * @param closedBy who said that it is done; empty where the floor itself saw it
 */
public record Task(long id, CaseId caseId, String caseRef, TaskKind kind, TaskState state, Instant dueAt,
        Optional<AgentId> agent, Optional<AttemptId> attempt, Optional<String> channel, Optional<Words> text,
        Instant createdAt, Optional<Instant> closedAt, Optional<String> closedBy, Optional<Words> closingNote) {}
