/** The live feed: who hears what, and how much of it a slow reader may leave waiting. */
@NullMarked
package com.callfloor.dialer.web.feed;

import org.jspecify.annotations.NullMarked;
