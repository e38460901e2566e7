/** Ways out to other systems and providers; the one room, beside clients from outside, that calls over HTTP. */
@NullMarked
package com.callfloor.dialer.gateway;

import org.jspecify.annotations.NullMarked;
