/** The demo floor's people: agents who sign in and work through the same API as the console. Outside the house's walls. */
@NullMarked
package com.callfloor.dialer.simulation;

import org.jspecify.annotations.NullMarked;
