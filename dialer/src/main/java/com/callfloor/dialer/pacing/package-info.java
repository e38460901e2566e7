/** How many more calls to place now. Pure. */
@NullMarked
package com.callfloor.dialer.pacing;

import org.jspecify.annotations.NullMarked;
