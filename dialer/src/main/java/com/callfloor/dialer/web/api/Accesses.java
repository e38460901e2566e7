package com.callfloor.dialer.web.api;

import java.time.Instant;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.recordings.AccessBook.Access;
import com.callfloor.dialer.recordings.AccessBook.Kind;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.http.Must;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.words.Words;
import io.vertx.core.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/** Reads from a request what is noted of an access. */
final class Accesses {
    static final int SHORTEST_REASON = 10;
    static final int LONGEST_REASON = 1_000;
    static final Words REASON_WANTED = Words.of(
            "must say in %d to %d characters why it leaves the house: it stands with the recording for good",
            "请用 %d 至 %d 个字符说明外传理由，理由将随录音永久保存", SHORTEST_REASON, LONGEST_REASON);

    private Accesses() {}

    /** One access; what it lacks is put in as it gets known. */
    record Begun(AttemptId recording, Instant at, User user, Kind kind, @Nullable String reason, String address) {
        Access refused(String why) {
            return new Access(recording, at, user, kind, reason, address, null, null, why);
        }

        Access whole() {
            return new Access(recording, at, user, kind, reason, address, null, null, null);
        }

        Access bytes(long first, long last) {
            return new Access(recording, at, user, kind, reason, address, first, last, null);
        }
    }

    static Begun of(Exchange exchange, Instant at, AttemptId id, Kind kind, @Nullable String reason) {
        SocketAddress from = exchange.request().remoteAddress();
        String address = from == null ? "unknown" : Optional.ofNullable(from.hostAddress()).orElse("unknown");
        return new Begun(id, at, exchange.caller().user(), kind, reason, address);
    }

    /** Whether the sound is to be kept by the caller, and why; a play needs no reason. */
    record Purpose(Kind kind, @Nullable String reason) {
        static Purpose of(Query query) {
            String download = query.text("download").orElse("false");
            Optional<String> reason = query.text("reason").map(String::strip);
            if (!download.equals("true") && !download.equals("false")) {
                throw Problems.badParameter("download", Must.BE_A_FLAG);
            }
            if (download.equals("false")) {
                return new Purpose(Kind.PLAY, reason.filter(Accesses::fits).orElse(null));
            }
            if (reason.filter(Accesses::fits).isEmpty()) {
                throw Problems.badParameter("reason", REASON_WANTED);
            }
            return new Purpose(Kind.DOWNLOAD, reason.get());
        }
    }

    static boolean fits(String reason) {
        return reason.length() >= SHORTEST_REASON && reason.length() <= LONGEST_REASON;
    }
}
