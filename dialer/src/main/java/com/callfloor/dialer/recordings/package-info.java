/** The recording that belongs to an answered attempt, as the floor knows it. Pure. */
@NullMarked
package com.callfloor.dialer.recordings;

import org.jspecify.annotations.NullMarked;
