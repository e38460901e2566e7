/** Plays a stream of calls and facts to the rules and asks them on the way. Pure. */
@NullMarked
package com.callfloor.dialer.rules.replay;

import org.jspecify.annotations.NullMarked;
