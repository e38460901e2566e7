/** How the floor is set up, for people to read: the configuration's values, lenders and calendars. Pure. */
@NullMarked
package com.callfloor.dialer.setup;

import org.jspecify.annotations.NullMarked;
