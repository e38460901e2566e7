package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

import javax.net.ssl.SSLSocketFactory;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Digits;
import com.callfloor.dialer.calls.OutsideLeg;
import com.callfloor.dialer.floor.DialRequest;
import com.callfloor.dialer.floor.OutsideRequest;
import com.callfloor.dialer.floor.Pbx;
import com.callfloor.dialer.floor.PbxEvent;
import com.callfloor.dialer.supervision.ListenMode;
import com.callfloor.dialer.words.Words;
import org.asteriskjava.manager.event.ManagerEvent;
import org.jspecify.annotations.Nullable;

/**
 * An Asterisk 20 or later, through its manager interface. Every method may be called from any thread and returns at
 * once; {@link #close} waits for the link's thread.
 *
 * <p>A request that was sent when the link broke is not answered: the snapshot after the next connect tells what became
 * of it. One that was surely not sent is answered by its failure.
 */
public final class AsteriskPbx implements Pbx {
    private final PbxSettings settings;
    private final SSLSocketFactory tls;
    private final InstantSource clock;
    private final LinkCounters counters = new LinkCounters();
    private final Dispatcher dispatcher = new Dispatcher();
    private volatile @Nullable Open open;

    private record Open(AmiLink link, Switchboard switchboard, Requests requests) {}

    /**
     * @param tls only used with {@link PbxSettings#tls}; decides which certificates are trusted
     * @param clock for the times in events; delays are measured by the machine's own steady clock
     */
    public AsteriskPbx(PbxSettings settings, SSLSocketFactory tls, InstantSource clock) {
        this.settings = settings;
        this.tls = tls;
        this.clock = clock;
    }

    /** @throws IllegalStateException if it was opened before */
    @Override
    public synchronized void open(Consumer<PbxEvent> listener) {
        if (open != null) {
            throw new IllegalStateException("the link to the PBX was opened before");
        }
        AmiActions actions = new AmiActions(settings);
        Switchboard switchboard = new Switchboard(settings.timings(), dispatcher, clock, actions, listener);
        Requests requests = new Requests(actions, switchboard, clock, listener);
        AmiLink link = new AmiLink(settings, tls, counters, new Handover(switchboard));
        open = new Open(link, switchboard, requests);
        link.open();
    }

    @Override
    public void dial(DialRequest request) {
        ask((requests, asked) -> requests.dial(request, asked));
    }

    @Override
    public void ringAgent(LegId leg, Extension extension) {
        ask((requests, asked) -> requests.ringAgent(leg, extension, asked));
    }

    @Override
    public void connect(AttemptId attempt, LegId leg) {
        ask((requests, asked) -> requests.connect(attempt, leg, asked));
    }

    @Override
    public void pauseRecording(AttemptId attempt, boolean paused) {
        ask((requests, asked) -> requests.pauseRecording(attempt, paused, asked));
    }

    @Override
    public void forgetOptOut(AttemptId attempt) {
        ask((requests, asked) -> requests.forgetOptOut(attempt));
    }

    @Override
    public void ask(AttemptId attempt) {
        ask((requests, asked) -> requests.ask(attempt));
    }

    @Override
    public void hold(AttemptId attempt, Duration atMost) {
        ask((requests, asked) -> requests.hold(attempt, atMost, asked));
    }

    @Override
    public void leaveAlone(AttemptId attempt) {
        ask((requests, asked) -> requests.leaveAlone(attempt));
    }

    @Override
    public void consult(LegId one, LegId other) {
        ask((requests, asked) -> requests.consult(one, other, asked));
    }

    @Override
    public void ringOutside(OutsideRequest request) {
        ask((requests, asked) -> requests.ringOutside(request, asked));
    }

    @Override
    public void consult(LegId one, OutsideLeg other) {
        ask((requests, asked) -> requests.consult(one, other, asked));
    }

    @Override
    public void connect(OutsideLeg leg) {
        ask((requests, asked) -> requests.connect(leg, asked));
    }

    @Override
    public void hangUp(OutsideLeg leg) {
        ask((requests, asked) -> requests.hangUp(leg.toString()));
    }

    @Override
    public void confer(AttemptId attempt, LegId one, LegId other) {
        ask((requests, asked) -> requests.confer(attempt, one, other, asked));
    }

    @Override
    public void part(LegId leg) {
        ask((requests, asked) -> requests.part(leg));
    }

    @Override
    public void press(AttemptId attempt, Digits digits) {
        ask((requests, asked) -> requests.press(attempt, digits, asked));
    }

    @Override
    public void admitPhone(long request, Extension phone, String secret) {
        ask((requests, asked) -> requests.admitPhone(request, phone, secret));
    }

    @Override
    public void hangUp(AttemptId attempt) {
        ask((requests, asked) -> requests.hangUp(attempt.toString()));
    }

    @Override
    public void hangUp(LegId leg) {
        ask((requests, asked) -> requests.hangUp(leg.toString()));
    }

    @Override
    public void listenIn(AgentId supervisor, Extension phone, LegId leg, ListenMode mode) {
        ask((requests, asked) -> requests.listenIn(supervisor, phone, leg, mode, asked));
    }

    @Override
    public void askForSnapshot() {
        Switchboard switchboard = opened().switchboard();
        dispatcher.run(switchboard::askForSnapshot);
    }

    /** The link in numbers, for metrics and the doctor. */
    public LinkStats stats() {
        Open now = open;
        return counters.read(now != null && now.switchboard().isUp(), dispatcher.backlog());
    }

    /** Closes the link; calls that live go on without it. The listener hears nothing more once this returns. */
    @Override
    public void close() {
        Open now = open;
        if (now != null) {
            now.link().close();
        }
        dispatcher.close();
    }

    private void ask(ObjLongConsumer<Requests> request) {
        Requests requests = opened().requests();
        long asked = System.nanoTime();
        dispatcher.run(() -> request.accept(requests, asked));
    }

    private Open opened() {
        Open now = open;
        if (now == null) {
            throw new IllegalStateException("open the link to the PBX before asking anything of it");
        }
        return now;
    }

    /** From the link's and the library's threads to the dispatch thread. */
    private final class Handover implements LinkEars {
        private final Switchboard switchboard;

        private Handover(Switchboard switchboard) {
            this.switchboard = switchboard;
        }

        @Override
        public void opened(AmiSession session, String version) {
            dispatcher.run(() -> switchboard.opened(session, version));
        }

        @Override
        public void heard(AmiSession session, ManagerEvent event) {
            dispatcher.run(() -> switchboard.heard(session, event));
        }

        @Override
        public void lost(AmiSession session, Words why) {
            dispatcher.run(() -> switchboard.lost(session, why));
        }

        @Override
        public int backlog() {
            return dispatcher.backlog();
        }
    }
}
