/** Quality of calls: scorecards, reviews, samples, calibration, what is said. Pure. */
@NullMarked
package com.callfloor.dialer.quality;

import org.jspecify.annotations.NullMarked;
