/** Several reviewers score one call blind, and how far they agree. */
@NullMarked
package com.callfloor.dialer.quality.calibration;

import org.jspecify.annotations.NullMarked;
