/** Writes that their sender may send again without their being done again. */
@NullMarked
package com.callfloor.dialer.web.repeat;

import org.jspecify.annotations.NullMarked;
