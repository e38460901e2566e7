package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.recordings.PauseEnd;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.supervision.RecordingPause;
import com.callfloor.dialer.words.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a debtor reads out of a payment card out of the recording. Only what the PBX confirms counts, and an agent is
 * answered only then. In doubt the recording goes on: a conversation that was not recorded can never be shown, while a
 * pause can be asked for once more. Confined to the floor's thread.
 */
final class RecordingPauses {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingPauses.class);
    /** Below the time for which a client waits for the floor's reply. */
    private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(2);

    private final Duration longest;
    private final Clock clock;
    private final Pbx pbx;
    private final FactJournal journal;
    private final OpenCalls calls;
    private final Announcer announcer;
    private final Map<AttemptId, Asked> asked = new HashMap<>();

    /** {@code pause}: else it is to go on, because of {@code why}. */
    private record Asked(boolean pause, PauseEnd why, Instant at, Consumer<FloorReply> reply) {}

    RecordingPauses(Duration longest, Clock clock, Pbx pbx, FactJournal journal, OpenCalls calls,
            Announcer announcer) {
        this.longest = longest;
        this.clock = clock;
        this.pbx = pbx;
        this.journal = journal;
        this.calls = calls;
        this.announcer = announcer;
    }

    /** {@code reply} is told once the PBX has confirmed or refused it, within {@link #CONFIRMED_WITHIN}. */
    void wish(AgentId agent, boolean pause, Consumer<FloorReply> reply) {
        Optional<OpenCall> talk = calls.all()
                .stream()
                .filter(call -> pause ? call.state() instanceof CallState.Connected : call.isTalk())
                .filter(call -> call.agent().filter(agent::equals).isPresent())
                .findFirst();
        if (talk.isEmpty()) {
            reply.accept(Refused.notNow("you are in no conversation whose recording could be paused or go on",
                    "您没有可以暂停或恢复录音的通话"));
        } else if (asked.containsKey(talk.get().id)) {
            reply.accept(Refused.notNow("the PBX is being asked already; look whether the recording is paused",
                    "已在请求 PBX，请查看录音是否已暂停"));
        } else if (talk.get().pause().isPresent() == pause) {
            reply.accept(new Accepted());
        } else {
            ask(talk.get(), new Asked(pause, PauseEnd.AGENT, clock.instant(), reply));
        }
    }

    private void ask(OpenCall call, Asked what) {
        asked.put(call.id, what);
        pbx.pauseRecording(call.id, what.pause());
    }

    private void goOn(OpenCall call, PauseEnd why) {
        ask(call, new Asked(false, why, clock.instant(), reply -> {
        }));
    }

    /** The PBX has done it, asked or not. */
    void told(OpenCall call, boolean paused, Instant at) {
        Asked what = asked.remove(call.id);
        if (paused) {
            if (what != null && what.pause()) {
                paused(call, at);
                what.reply().accept(new Accepted());
            } else {
                // It came too late, and the agent was told that the recording goes on: so it must.
                goOn(call, what == null ? PauseEnd.AGENT : what.why());
            }
        } else if (what != null && what.pause()) {
            // An earlier wish; the answer to this one is still to come.
            asked.put(call.id, what);
        } else {
            PauseEnd why = what == null ? PauseEnd.AGENT : what.why();
            resumed(call, at, why);
            if (what != null) {
                what.reply().accept(new Accepted());
            }
        }
    }

    private void paused(OpenCall call, Instant at) {
        call.agent().ifPresent(agent -> journal.write(new FloorFact.RecordingPaused(at, call.id, agent)));
        call.pause(new RecordingPause(at, at.plus(longest)));
        announcer.callChanged(call);
    }

    private void resumed(OpenCall call, Instant at, PauseEnd why) {
        boolean known = call.pause().isPresent();
        // After a restart only the books know of a pause: told in any case, it ends the one that stands there.
        if (known || why == PauseEnd.RECONNECTED) {
            journal.write(new FloorFact.RecordingResumed(at, call.id, why));
        }
        if (known) {
            call.pause(null);
            announcer.callChanged(call);
        }
    }

    /** The PBX has not done it. */
    void failed(OpenCall call, boolean pause, Words why) {
        Asked what = asked.get(call.id);
        if (what == null || what.pause() != pause) {
            return;
        }
        if (pause) {
            asked.remove(call.id);
            what.reply()
                    .accept(Refused.notNow(new Words("the recording is NOT paused and goes on: ", "录音未暂停，仍在继续：")
                            .then(why)));
        } else {
            LOG.warn("the recording of attempt {} is paused and the PBX does not let it go on, asked again: {}",
                    call.id, why.en());
            keepAsking(call, what);
        }
    }

    /** It stays asked, and is asked once more when its time is over; whoever waits for a reply is told now. */
    private void keepAsking(OpenCall call, Asked what) {
        what.reply()
                .accept(Refused.notNow(
                        "the recording is still paused: the PBX has not confirmed yet that it goes on; it is asked again",
                        "录音仍处于暂停：PBX 尚未确认恢复，正在再次请求"));
        asked.put(call.id, new Asked(false, what.why(), what.at(), reply -> {
        }));
    }

    /**
     * After every connect: whoever was muted before is recorded again. What happened meanwhile is not known here, and the
     * agent's page may show anything; the agent sees that the recording goes on and can pause it anew.
     */
    void adopt(OpenCall call) {
        goOn(call, PauseEnd.RECONNECTED);
    }

    /** Whoever paused it is out of the conversation, which is recorded again. */
    void end(OpenCall call) {
        if (call.pause().isPresent() && !asked.containsKey(call.id)) {
            goOn(call, PauseEnd.AGENT);
        }
    }

    /** Nothing more will be heard of what was asked. */
    void linkLost() {
        Map<AttemptId, Asked> unanswered = Map.copyOf(asked);
        asked.clear();
        unanswered.values()
                .forEach(what -> what.reply()
                        .accept(Refused.notNow(
                                "the link to the PBX is down: the recording goes on as soon as it is back",
                                "与 PBX 的连接已断开：恢复后录音将继续")));
    }

    void tend() {
        Instant now = clock.instant();
        Map.copyOf(asked).forEach((attempt, what) -> calls.find(attempt).ifPresentOrElse(call -> {
            if (now.isAfter(what.at().plus(CONFIRMED_WITHIN))) {
                overdue(call, what);
            }
        }, () -> {
            asked.remove(attempt);
            what.reply().accept(TalkWords.callOver());
        }));
        for (OpenCall call : calls.all()) {
            if (call.pause().isEmpty() || asked.containsKey(call.id)) {
                continue;
            }
            if (call.talkEndedAt().isPresent()) {
                // Nobody is left who could end it, and what the debtor is asked now belongs into the recording.
                goOn(call, PauseEnd.AGENT);
            } else if (!now.isBefore(call.pause().get().resumesAt())) {
                goOn(call, PauseEnd.LONGEST);
            }
        }
    }

    private void overdue(OpenCall call, Asked what) {
        if (what.pause()) {
            asked.remove(call.id);
            what.reply()
                    .accept(Refused.notNow(Words.of(
                            "the recording is NOT paused and goes on: the PBX has not confirmed it within %d s",
                            "录音未暂停，仍在继续：PBX 在 %d 秒内没有确认", CONFIRMED_WITHIN.toSeconds())));
            goOn(call, PauseEnd.AGENT);
        } else {
            keepAsking(call, what);
            goOn(call, what.why());
        }
    }
}
