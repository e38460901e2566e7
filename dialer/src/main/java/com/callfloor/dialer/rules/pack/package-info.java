/** What a rule pack says, as data. Pure. */
@NullMarked
package com.callfloor.dialer.rules.pack;

import org.jspecify.annotations.NullMarked;
