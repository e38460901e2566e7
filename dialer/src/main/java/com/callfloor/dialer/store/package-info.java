/** The only package that knows SQL: the floor's ports over MySQL or MariaDB. */
@NullMarked
package com.callfloor.dialer.store;

import org.jspecify.annotations.NullMarked;
