/** The people who sign in, their roles, sessions and tokens. Pure. */
@NullMarked
package com.callfloor.dialer.staff;

import org.jspecify.annotations.NullMarked;
