/** Reviews of recorded calls, from the first answer to the decision about an appeal. */
@NullMarked
package com.callfloor.dialer.quality.review;

import org.jspecify.annotations.NullMarked;
