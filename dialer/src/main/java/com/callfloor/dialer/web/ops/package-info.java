/** Health and metrics. */
@NullMarked
package com.callfloor.dialer.web.ops;

import org.jspecify.annotations.NullMarked;
