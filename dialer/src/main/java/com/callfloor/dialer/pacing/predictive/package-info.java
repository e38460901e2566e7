/**
 * Predictive pacing: what the floor has taught so far, and the chance that one more call, if a person answers it, finds
 * no agent. Pure, and confined to one thread.
 *
 * <p>Start with {@link com.callfloor.dialer.pacing.predictive.Predictive}.
 */
@NullMarked
package com.callfloor.dialer.pacing.predictive;

import org.jspecify.annotations.NullMarked;
