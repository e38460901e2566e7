/** Why so many calls are placed, or none: one answer for a campaign, with the numbers behind it. Pure. */
@NullMarked
package com.callfloor.dialer.supervision.why;

import org.jspecify.annotations.NullMarked;
