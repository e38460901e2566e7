/** What may be changed while the floor runs: changes over what the files say, kept, told apart, undone. Pure. */
@NullMarked
package com.callfloor.dialer.supervision.live;

import org.jspecify.annotations.NullMarked;
