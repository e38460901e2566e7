/**
 * The floor on one machine: the database, the PBX, the carrier and the agents' phones as child processes.
 *
 * <p>Used by {@code bin/floor up} and by the tests. Everything here blocks, and nothing that is started here outlives
 * the process that started it, however that process ends.
 */
@NullMarked
package com.callfloor.dialer.local;

import org.jspecify.annotations.NullMarked;
