package com.callfloor.dialer.web.api;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.recordings.RecorderInbox;
import com.callfloor.dialer.recordings.RecorderInbox.Receipt;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.upload.Uploads;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/** The door for a recorder that runs beside a remote PBX. */
public final class RecorderEndpoints {
    private static final String INBOX = "The recordings' store";
    private static final int LONGEST_WHY = 2000;
    /** RFC 9530: the SHA-256 among the digests of a Content-Digest header. */
    private static final Pattern DIGEST = Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):\\s*(?:,|$)");

    private final RecorderInbox inbox;
    private final Blocking quick;
    private final Blocking slow;
    private final Uploads uploads;
    private final long limit;

    /** Made once; {@code limit}: the longest recording, in bytes. */
    public RecorderEndpoints(RecorderInbox inbox, Blocking quick, Blocking slow, Uploads uploads, long limit) {
        this.inbox = inbox;
        this.quick = quick;
        this.slow = slow;
        this.uploads = uploads;
        this.limit = limit;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.AWAITED_RECORDINGS, this::awaited)
                .on(Operation.RECORDING_STATE, this::state)
                .on(Operation.HAND_IN_RECORDING, this::handIn)
                .on(Operation.MISS_RECORDING, this::missing);
    }

    private Future<Reply> awaited(Exchange exchange) {
        return quick.call(INBOX, () -> json(200, inbox.awaiting()));
    }

    /** Of a call that was not seen yet a recording is expected from now on, so it is no mere question. */
    private Future<Reply> state(Exchange exchange) {
        AttemptId id = exchange.attempt();
        if (exchange.caller().readOnly()) {
            throw Problems.forbidden("read-only",
                    "This token may only read, and whoever asks for a recording's state has it expected. Have an"
                            + " administrator make one that may change things.",
                    "此令牌只读，而查询录音状态会登记待收录音。请由管理员创建可读写的令牌。");
        }
        return quick.call(INBOX, () -> json(200, inbox.state(id)));
    }

    private Future<Reply> handIn(Exchange exchange) {
        AttemptId id = exchange.attempt();
        MediaTypes.require(exchange.request(), Set.of("audio/wav"));
        String sha256 = digest(exchange).orElseThrow(() -> Problems.invalid("Content-Digest",
                "this header must name the recording's SHA-256: sha-256=:BASE64: (RFC 9530)",
                "此标头须写明录音的 SHA-256：sha-256=:BASE64:（RFC 9530）"));
        return uploads.with(exchange, limit,
                file -> slow.call(INBOX, () -> inbox.accept(id, file, sha256))).map(receipt -> reply(id, receipt));
    }

    private Future<Reply> missing(Exchange exchange) {
        AttemptId id = exchange.attempt();
        JsonBody body = exchange.json();
        String why = body.text("why", LONGEST_WHY);
        body.check();
        return quick.call(INBOX, () -> inbox.missing(id, why)).map(receipt -> reply(id, receipt));
    }

    private static Reply reply(AttemptId id, Receipt receipt) {
        return switch (receipt) {
            case Receipt.Taken taken -> json(201, taken.confirmation());
            case Receipt.Noted noted -> Reply.ok(
                    new JsonObject().put("attempt_id", id.toString()).put("state", "missing"));
            case Receipt.NotExpected unexpected ->
                throw Problems.notFound("recording expected for this call", "此通话待收的录音");
            case Receipt.Conflict conflict -> throw Problems.conflict(Words.same(conflict.why()));
            case Receipt.Refused refused -> throw Problems.invalid("body", Words.same(refused.why()));
        };
    }

    /** What the recorder's code at the other end reads. */
    private static Reply json(int status, String text) {
        return new Reply.Text(status, "application/json", text);
    }

    private static Optional<String> digest(Exchange exchange) {
        return Optional.ofNullable(exchange.request().getHeader("Content-Digest"))
                .map(DIGEST::matcher)
                .filter(Matcher::find)
                .map(found -> Base64.getDecoder().decode(found.group(1)))
                .map(HexFormat.of()::formatHex);
    }
}
