/** Which treatment a case gets and why: segments, stages, the ladder, offers, escalation, and what a change would move. Pure. */
@NullMarked
package com.callfloor.dialer.strategy;

import org.jspecify.annotations.NullMarked;
