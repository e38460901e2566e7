/** Phones in browsers: their passwords, and their way to the PBX. */
@NullMarked
package com.callfloor.dialer.web.phone;

import org.jspecify.annotations.NullMarked;
