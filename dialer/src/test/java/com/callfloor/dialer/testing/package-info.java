/** What tests of several parts share: a real database server, schemas on it, a wire that can be cut. */
@NullMarked
package com.callfloor.dialer.testing;

import org.jspecify.annotations.NullMarked;
