/** What reviews say over time, never a mean without its count. */
@NullMarked
package com.callfloor.dialer.quality.trend;

import org.jspecify.annotations.NullMarked;
