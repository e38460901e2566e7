/** The console's files, from the classpath. */
@NullMarked
package com.callfloor.dialer.web.console;

import org.jspecify.annotations.NullMarked;
