/** The running floor: one thread that turns due cases into calls and calls into conversations, through ports. */
@NullMarked
package com.callfloor.dialer.floor;

import org.jspecify.annotations.NullMarked;
