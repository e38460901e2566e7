/** The floor as its people see it and what they may ask of it: snapshots, changes, wishes, listening in. Pure. */
@NullMarked
package com.callfloor.dialer.supervision;

import org.jspecify.annotations.NullMarked;
