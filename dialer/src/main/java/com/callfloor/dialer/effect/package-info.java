/** What calling brings: the figures that the floor's managers go by. Pure. */
@NullMarked
package com.callfloor.dialer.effect;

import org.jspecify.annotations.NullMarked;
