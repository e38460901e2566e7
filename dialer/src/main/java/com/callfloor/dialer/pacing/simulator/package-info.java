/**
 * A call floor in the computer: a list of leads whose fates are fixed, agents, time. Runs the production pacing over a
 * shift of hours in seconds. Pure.
 */
@NullMarked
package com.callfloor.dialer.pacing.simulator;

import org.jspecify.annotations.NullMarked;
