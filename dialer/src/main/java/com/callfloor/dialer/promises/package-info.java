/** Promises to pay: what was promised, whether it was kept, and what is known of it. Pure. */
@NullMarked
package com.callfloor.dialer.promises;

import org.jspecify.annotations.NullMarked;
