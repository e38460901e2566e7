package com.callfloor.dialer.floor;

import com.callfloor.dialer.calls.CallLog;
import com.callfloor.dialer.supervision.FloorSnapshot.Today;

/** The day's totals from before this run, to which the run's own are added. */
record CallTotals(CallLog.Totals before) {
    Today plus(FloorTallies run) {
        return new Today(before.attempts() + run.attempts(), before.answered() + run.answered(),
                before.connected() + run.connected(), before.abandoned() + run.abandoned(), run.deniedByRule());
    }
}
