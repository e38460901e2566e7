package com.callfloor.dialer.web;

import com.callfloor.dialer.supervision.NoticeBook;
import com.callfloor.dialer.supervision.alerts.AlertBoard;
import com.callfloor.dialer.supervision.alerts.AlertBook;

/** What supervisors tell agents, and what they are warned of. */
public record SupervisorParts(NoticeBook notices, AlertBoard board, AlertBook alerts) {}
