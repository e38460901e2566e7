/** {@code bin/floor bench rules}: how fast the rules decide and calls are reserved. No test runs any of it. */
@NullMarked
package com.callfloor.dialer.bench;

import org.jspecify.annotations.NullMarked;
