/**
 * The recorder on its own beside a remote PBX, sending to the dialer over HTTP. What the dialer has to offer it, each
 * with a bearer token (401 without a known one, 403 without the right to hand in recordings):
 * <ul>
 * <li>{@code GET /api/recorder/awaiting}: 200 with {@link RecorderJson#writeAwaiting}.</li>
 * <li>{@code GET /api/recorder/recordings/{attemptId}}: 200 with {@link RecorderJson#writeState}, also for an unknown
 * attempt.</li>
 * <li>{@code PUT /api/recorder/recordings/{attemptId}} with the WAV and its {@link ContentDigest}: the result of
 * {@link com.callfloor.recorder.intake.UploadDesk#receive}; Stored is 201 with {@link RecorderJson#writeStored},
 * UnknownAttempt 404, Conflict 409, Refused 422, Failed 503. A body that breaks off must break the stream.</li>
 * <li>{@code POST /api/recorder/recordings/{attemptId}/missing} with {@link RecorderJson#readMissing}: 200 or 204.</li>
 * </ul>
 * The dialer measures what it received itself; only {@code ODD_LENGTH}, a flaw of the raw file, stays in this log.
 */
@NullMarked
package com.callfloor.recorder.remote;

import org.jspecify.annotations.NullMarked;
