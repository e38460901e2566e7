/** The commands behind bin/floor, and the one place where everything is wired. */
@NullMarked
package com.callfloor.dialer.app;

import org.jspecify.annotations.NullMarked;
