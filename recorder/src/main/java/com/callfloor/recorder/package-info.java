/**
 * Takes the recordings of calls in from the PBX's spool, checks them and keeps them. The packages, leaf first:
 * <ul>
 * <li>{@code audio}: what a recording is made of: stereo PCM, WAV, levels, flaws. Knows nothing of calls.</li>
 * <li>{@code vault}: where finished recordings lie. Encryption and object stores slot in as other vaults.</li>
 * <li>{@code spool}: the folder in which the PBX writes.</li>
 * <li>{@code register}: the port to the floor's books: which recordings are due, which are kept.</li>
 * <li>{@code intake}: one recording's way from the spool into a {@code RecordingHome}.</li>
 * <li>{@code service}: keeps at it: parallelism, retries, reconciliation, numbers.</li>
 * <li>{@code remote}: the recorder on its own beside a remote PBX; the only package that knows HTTP.</li>
 * </ul>
 * Nothing here starts a thread, reads the system's clock or knows SQL or AMI.
 */
@NullMarked
package com.callfloor.recorder;

import org.jspecify.annotations.NullMarked;
