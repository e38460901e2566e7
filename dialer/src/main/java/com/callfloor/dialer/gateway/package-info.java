/** Ways out to other systems, over HTTP. */
@NullMarked
package com.callfloor.dialer.gateway;

import org.jspecify.annotations.NullMarked;
