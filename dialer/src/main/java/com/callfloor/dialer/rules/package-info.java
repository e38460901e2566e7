/** May this number of this case be called at this instant, and why. Pure. */
@NullMarked
package com.callfloor.dialer.rules;

import org.jspecify.annotations.NullMarked;
