/** Who read and changed what. Pure. */
@NullMarked
package com.callfloor.dialer.audit;

import org.jspecify.annotations.NullMarked;
