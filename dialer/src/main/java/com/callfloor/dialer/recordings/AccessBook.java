package com.callfloor.dialer.recordings;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.staff.User;
import org.jspecify.annotations.Nullable;

/** Who heard, took or was refused which recording. Append-only; blocks on the database. */
public interface AccessBook {
    /** What was done with a recording. A look at what is known of it is noted only where it was refused. */
    enum Kind {
        PLAY, DOWNLOAD, EXPORT, LOOK;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One access, about to happen.
     *
     * @param address where the request came from
     * @param reason always there for a download or an export that was not refused
     * @param fromByte the first byte asked for, and {@code toByte} the last; null: the whole
     * @param refused why nothing is heard; null: it is
     */
    record Access(AttemptId recording, Instant at, User user, Kind kind, @Nullable String reason, String address,
            @Nullable Long fromByte, @Nullable Long toByte, @Nullable String refused) {}

    /** On disk when this returns its id; a failure means that nobody may hear anything. */
    long note(Access access);

    /** How far a listener got meanwhile; what came earlier or is nearer to the start changes nothing. */
    void progress(long accessId, long toByte, Instant at);

    /** Newest first, at most {@code limit}, older than the one with the id {@code before}. */
    List<Noted> of(AttemptId recording, @Nullable Long before, int limit);

    /** An access as the log has it. {@code login} and {@code role}: as they were then. {@code exportId}: of an export. */
    record Noted(long id, Instant at, String login, String role, String kind, @Nullable String reason, String address,
            @Nullable String exportId, @Nullable Long fromByte, @Nullable Long toByte, @Nullable String refused) {}
}
