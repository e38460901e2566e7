/** Clients of providers on the network; the one room, beside those from outside, that calls over HTTP. */
@NullMarked
package com.callfloor.dialer.gateway;

import org.jspecify.annotations.NullMarked;
