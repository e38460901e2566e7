package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.DialRequest.MessageLanguage;
import com.callfloor.dialer.pacing.FloorLoad;
import com.callfloor.dialer.pacing.Pace;
import com.callfloor.dialer.pacing.Pacing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns pacing's wish into reserved, then dialed calls. An attempt is on disk before the PBX hears of it. Confined to the
 * floor's thread, save the reservation itself.
 */
final class Dialing {
    private static final Logger LOG = LoggerFactory.getLogger(Dialing.class);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);
    private static final Duration SHORTEST_REST = Duration.ofMillis(200);

    private final FloorSettings settings;
    private final Clock clock;
    private final RandomGenerator random;
    private final Consumer<Runnable> floor;
    private final Executor blocking;
    private final Pbx pbx;
    private final AttemptLedger ledger;
    private final FactJournal journal;
    private final Pacing pacing;
    private final FloorGate gate;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final Closing closing;
    private final Tallies tallies;
    private final Announcer announcer;
    private int reserving;
    private String why = "the floor is starting";

    /** Reservations run elsewhere; {@code floor} brings their results back to the floor's thread. */
    Dialing(FloorSettings settings, FloorPorts ports, Consumer<Runnable> floor, FloorGate gate, OpenCalls calls,
            AgentDesks desks, Closing closing, Tallies tallies, Announcer announcer) {
        this.settings = settings;
        this.clock = ports.clock();
        this.random = ports.random();
        this.floor = floor;
        this.blocking = ports.blocking();
        this.pbx = ports.pbx();
        this.ledger = ports.ledger();
        this.journal = ports.journal();
        this.pacing = ports.pacing();
        this.gate = gate;
        this.calls = calls;
        this.desks = desks;
        this.closing = closing;
        this.tallies = tallies;
        this.announcer = announcer;
    }

    /** Why this many calls, or none, in one sentence. */
    String why() {
        return why;
    }

    /** Places as many calls as pacing wants now. */
    void pace() {
        Instant now = clock.instant();
        Optional<String> shut = gate.shutBecause(now);
        if (shut.isPresent()) {
            why = shut.get();
            return;
        }
        Pace pace = pacing.pace(new FloorLoad(desks.available(), calls.underway() + reserving));
        why = pace.why();
        for (int line = 0; line < pace.lines(); line++) {
            reserve(now);
        }
    }

    private void reserve(Instant now) {
        AttemptId id = AttemptId.next(now, random);
        reserving++;
        blocking.execute(() -> {
            Runnable outcome;
            try {
                Reservation reservation = ledger.reserve(id, settings.latestAnswer());
                outcome = () -> reserved(reservation);
            } catch (LedgerUnavailable | RuntimeException e) {
                outcome = () -> ledgerFailed(id, e);
            }
            floor.accept(outcome);
        });
    }

    private void reserved(Reservation reservation) {
        reserving--;
        switch (reservation) {
            case Reservation.Reserved reserved -> dial(reserved);
            case Reservation.Denied denied -> tallies.denied(denied.decision());
            case Reservation.NothingDue nothing -> rest(nothing.next());
        }
        announcer.floorChanged();
    }

    private void rest(Optional<Instant> next) {
        Instant now = clock.instant();
        Instant latest = now.plus(LONGEST_REST);
        Instant earliest = now.plus(SHORTEST_REST);
        Instant until = next.filter(latest::isAfter).orElse(latest);
        gate.nothingDueUntil(until.isBefore(earliest) ? earliest : until);
    }

    /** Its commit may have reached the disk all the same: then the attempt is closed there, and blocks nobody. */
    private void ledgerFailed(AttemptId id, Exception e) {
        reserving--;
        Instant now = clock.instant();
        journal.write(new FloorFact.Closed(now, id, Outcome.FAILED, HangupCause.NONE, false,
                "not dialed: its reservation was not confirmed", now.plus(settings.retries().after(Outcome.FAILED))));
        if (gate.databaseUp(now)) {
            LOG.warn("nothing is dialed: the database did not answer a reservation", e);
        }
        gate.ledgerFailed(now);
        announcer.floorChanged();
    }

    private void dial(Reservation.Reserved reserved) {
        Instant now = clock.instant();
        var call = new OpenCall(reserved.id(), reserved.card(), reserved.number(),
                new CallState.Reserved(reserved.at()));
        calls.add(call);
        tallies.reserved();
        // The rules answered for a call placed within the set-up time; a later one might ring after hours.
        if (now.isAfter(reserved.at().plus(settings.setUp()))) {
            closing.close(call, now, Outcome.FAILED, HangupCause.NONE, "not dialed: the reservation came too late");
            return;
        }
        if (!gate.linkUp() || gate.paused()) {
            closing.close(call, now, Outcome.FAILED, HangupCause.NONE, "not dialed: " + why);
            return;
        }
        call.move(new CallState.Dialing(now));
        journal.write(new FloorFact.Dialed(now, call.id));
        pbx.dial(new DialRequest(call.id, call.number, settings.callerId(), settings.longestRing(),
                messageLanguage(reserved.language())));
        announcer.callChanged(call);
    }

    private MessageLanguage messageLanguage(@Nullable String language) {
        if (language == null) {
            return settings.language();
        }
        String primary = Locale.forLanguageTag(language).getLanguage();
        return switch (primary) {
            case "zh" -> MessageLanguage.ZH;
            case "en" -> MessageLanguage.EN;
            default -> settings.language();
        };
    }
}
