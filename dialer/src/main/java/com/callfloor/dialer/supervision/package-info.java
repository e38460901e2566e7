/** The floor as a supervisor sees it, and listening in. Pure. */
@NullMarked
package com.callfloor.dialer.supervision;

import org.jspecify.annotations.NullMarked;
