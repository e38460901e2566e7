/** Writes that are sent twice and done once: which request a key stands for, and the answer that is given again. Pure. */
@NullMarked
package com.callfloor.dialer.idempotency;

import org.jspecify.annotations.NullMarked;
