/** The ways out of the floor: which trunk a call leaves through, and the number it shows. Pure. */
@NullMarked
package com.callfloor.dialer.trunks;

import org.jspecify.annotations.NullMarked;
