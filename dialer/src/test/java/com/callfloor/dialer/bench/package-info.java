/** The measurements behind {@code bin/floor bench}. No test runs any of it. */
@NullMarked
package com.callfloor.dialer.bench;

import org.jspecify.annotations.NullMarked;
