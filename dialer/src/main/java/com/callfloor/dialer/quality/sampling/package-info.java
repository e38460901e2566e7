/** Which calls are reviewed: drawn by chance, the risky ones more often, in a way that can be done again. */
@NullMarked
package com.callfloor.dialer.quality.sampling;

import org.jspecify.annotations.NullMarked;
