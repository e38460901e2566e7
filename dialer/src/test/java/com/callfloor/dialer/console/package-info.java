/** The console in a real browser, served by the real web server with a scripted floor behind it. */
@NullMarked
package com.callfloor.dialer.console;

import org.jspecify.annotations.NullMarked;
