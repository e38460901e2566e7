package com.callfloor.dialer.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.review.NotNow;
import com.callfloor.dialer.quality.speech.Segment;
import com.callfloor.dialer.quality.speech.Side;
import com.callfloor.dialer.quality.speech.SpeechDesk;
import com.callfloor.dialer.quality.speech.Transcriber.Unavailable;
import com.callfloor.dialer.scripts.Language;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.json.SpeechJson;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;

/** What was said on recorded calls. */
public final class SpeechEndpoints {
    private static final String BOOK = "The book of transcripts";
    private static final int MOST_SEGMENTS = 5_000;
    private static final int LONGEST_TEXT = 5_000;
    private static final long LONGEST_CALL_MS = 24 * 60 * 60 * 1000L;
    private static final List<String> SIDES = List.of("agent", "debtor");

    private final SpeechDesk desk;
    private final ListeningDesk listening;
    private final Semaphore engine = new Semaphore(1);
    private final Blocking quick;
    private final Blocking slow;

    /** {@code slow}: for what waits for an engine. */
    public SpeechEndpoints(SpeechDesk desk, ListeningDesk listening, Blocking quick, Blocking slow) {
        this.desk = desk;
        this.listening = listening;
        this.quick = quick;
        this.slow = slow;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.TRANSCRIPT, this::show)
                .on(Operation.KEEP_TRANSCRIPT, this::keep)
                .on(Operation.TRANSCRIBE, this::transcribe)
                .on(Operation.PHRASES, this::phrases);
    }

    private Future<Reply> show(Exchange exchange) {
        exchange.query(Set.of());
        AttemptId call = exchange.attempt();
        User user = exchange.caller().user();
        return listening.looking(exchange, quick, BOOK, () -> {
            listening.check(user, call);
            return read(call);
        });
    }

    private Reply read(AttemptId call) {
        return Reply.ok(SpeechJson.transcript(desk.book()
                .of(call)
                .orElseThrow(() -> Problems.notFound("transcript of this recording", "此录音的转写文本"))));
    }

    private Future<Reply> phrases(Exchange exchange) {
        exchange.query(Set.of());
        AttemptId call = exchange.attempt();
        User user = exchange.caller().user();
        return listening.looking(exchange, quick, BOOK, () -> {
            listening.check(user, call);
            return Reply.ok(SpeechJson.spotted(desk.book()
                    .spotted(call)
                    .orElseThrow(() -> Problems.notFound("transcript of this recording", "此录音的转写文本"))));
        });
    }

    private Future<Reply> keep(Exchange exchange) {
        AttemptId call = exchange.attempt();
        JsonBody body = exchange.json();
        Optional<Language> language = body.oneOf("language", Language::ofTag, List.of("zh-CN", "en"));
        List<Segment> segments = new ArrayList<>();
        for (JsonBody each : body.anyObjects("segments", MOST_SEGMENTS)) {
            Optional<Side> side = each.oneOf("side", Side::ofCode, SIDES);
            Optional<Long> from = each.whole("from_ms", 0, LONGEST_CALL_MS);
            Optional<Long> to = each.whole("to_ms", 0, LONGEST_CALL_MS);
            each.need("from_ms", from);
            each.need("to_ms", to);
            String text = each.text("text", LONGEST_TEXT);
            if (from.isPresent() && to.isPresent() && to.get() < from.get()) {
                each.error("to_ms", "must not be before from_ms", "不能早于 from_ms");
            } else if (side.isPresent() && from.isPresent() && to.isPresent()) {
                segments.add(new Segment(side.get(), from.get(), to.get(), text));
            }
        }
        body.check();
        User user = exchange.caller().user();
        return listening.looking(exchange, quick, BOOK, () -> {
            listening.check(user, call);
            if (!desk.keep(call, language.orElseThrow(), user.login(), segments)) {
                throw Problems.notFound("stored recording with this id", "此编号的已入库录音");
            }
            return read(call);
        });
    }

    private Future<Reply> transcribe(Exchange exchange) {
        AttemptId call = exchange.attempt();
        User user = exchange.caller().user();
        return listening.looking(exchange, slow, "The speech engine", () -> {
            listening.check(user, call);
            // A call is held in memory while it is written down.
            if (!engine.tryAcquire()) {
                throw Problems.unavailable(new Words("The speech engine is at another call. Try again in a minute.",
                        "语音引擎正在转写另一通电话，请一分钟后重试。"));
            }
            try {
                if (!desk.transcribe(call)) {
                    throw Problems.notFound("stored recording with this id", "此编号的已入库录音");
                }
                return read(call);
            } catch (NotNow e) {
                throw Problems.conflict(e.words());
            } catch (Unavailable e) {
                throw Problems.unavailable(new Words(e.getMessage() + " Try again later.", "语音引擎没有正确应答，请稍后重试。"));
            } finally {
                engine.release();
            }
        });
    }
}
