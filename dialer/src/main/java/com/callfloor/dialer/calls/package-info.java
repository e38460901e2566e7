/** One attempt from its reservation to its close: identity, states, outcomes, facts. Pure. */
@NullMarked
package com.callfloor.dialer.calls;

import org.jspecify.annotations.NullMarked;
