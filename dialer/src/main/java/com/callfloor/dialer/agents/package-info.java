/** The people on the headsets: their states and the choice of who takes a call. Pure. */
@NullMarked
package com.callfloor.dialer.agents;

import org.jspecify.annotations.NullMarked;
