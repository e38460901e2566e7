/** What the wall warns supervisors of: decided from figures of the floor, raised and cleared with hysteresis. Pure. */
@NullMarked
package com.callfloor.dialer.supervision.alerts;

import org.jspecify.annotations.NullMarked;
