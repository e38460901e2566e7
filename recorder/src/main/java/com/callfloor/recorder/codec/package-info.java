/**
 * The stored forms of a recording: from raw frames to Ogg Opus (RFC 6716, 7845, 3533), FLAC (RFC 9639) or WAV, and back.
 * Streams only, so that a call of hours is never in memory.
 */
@NullMarked
package com.callfloor.recorder.codec;

import org.jspecify.annotations.NullMarked;
