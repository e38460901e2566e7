/** Recordings over HTTP, whole or in ranges, without holding one in memory. */
@NullMarked
package com.callfloor.dialer.web.audio;

import org.jspecify.annotations.NullMarked;
