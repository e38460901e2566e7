package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AnsweringMachines;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.contacts.RelativeChance;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.AttemptLedger.Slot;
import com.callfloor.dialer.floor.DialRequest.MessageLanguage;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.ClosedBecause;
import com.callfloor.dialer.supervision.DialingView;
import com.callfloor.dialer.supervision.DialingView.Gate;
import com.callfloor.dialer.supervision.DialingView.Shut;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.trunks.TrunkView;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns pacing's wish into reserved, then dialed calls. An attempt is on disk before the PBX hears of it. Confined to the
 * floor's thread, save the reservations themselves.
 */
final class Dialing {
    private static final Logger LOG = LoggerFactory.getLogger(Dialing.class);
    /** A larger batch would keep its cases locked, and its agents held, for too long. */
    private static final int LARGEST_BATCH = 50;
    private static final Words OPT_OUT = new Words("somebody opted out, which is being written",
            "有人要求不再来电，正在记录");
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);
    private static final Duration SHORTEST_REST = Duration.ofMillis(200);

    private final FloorSettings settings;
    private final Clock clock;
    private final RandomGenerator random;
    private final Consumer<Runnable> floor;
    private final Executor blocking;
    private final AttemptLedger ledger;
    private final FactJournal journal;
    private final Pacer pacer;
    private final Outline outline;
    private final FloorGate gate;
    private final Campaigns campaigns;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final Closing closing;
    private final Placing placing;
    private final OptOuts optOuts;
    private final ClosedCases closedCases;
    private final Tallies tallies;
    private final Announcer announcer;
    private final Map<AttemptId, String> reserving = new HashMap<>();
    private final CampaignLines lines;
    /** Reservations under way, by campaign. */
    private final Map<String, Integer> asked = new HashMap<>();
    private final Map<String, RelativeChance> relative = new HashMap<>();
    private Words why = new Words("the floor is starting", "现场正在启动");
    private List<Pacer.Wanted> wanted = List.of();

    /** Reservations run elsewhere; {@code floor} brings their results back to the floor's thread. */
    Dialing(FloorSettings settings, FloorPorts ports, Consumer<Runnable> floor, FloorGate gate,
            Campaigns campaigns, OpenCalls calls, AgentDesks desks, Closing closing, Placing placing, OptOuts optOuts,
            ClosedCases closedCases, Pacer pacer, Tallies tallies, Announcer announcer) {
        this.settings = settings;
        this.clock = ports.clock();
        this.random = ports.random();
        this.floor = floor;
        this.blocking = ports.blocking();
        this.ledger = ports.ledger();
        this.journal = ports.journal();
        this.pacer = pacer;
        this.outline = new Outline(calls, desks, campaigns);
        this.lines = new CampaignLines(calls, campaigns, reserving);
        this.gate = gate;
        this.campaigns = campaigns;
        this.calls = calls;
        this.desks = desks;
        this.closing = closing;
        this.placing = placing;
        this.optOuts = optOuts;
        this.closedCases = closedCases;
        this.tallies = tallies;
        this.announcer = announcer;
    }

    /** Why this many calls, or none, in one sentence. */
    Words why() {
        return why;
    }

    /** Places as many calls as pacing wants now. */
    void pace() {
        Instant now = clock.instant();
        Optional<Shut> shut = shut(now);
        if (shut.isPresent()) {
            why = shut.get().words();
            wanted = List.of();
            return;
        }
        int room = room(now);
        wanted = pacer.pace(outline.of(now, reserving, room), lines::room);
        why = Pacer.why(wanted);
        if (room == 0) {
            why = why.and(placing.fullBecause(now));
        }
        for (Pacer.Wanted each : wanted) {
            int wantedNow = Math.min(each.pace().lines(), Math.min(room(now), LARGEST_BATCH));
            if (wantedNow > 0 && maySend(each.campaign().id(), wantedNow)) {
                reserve(each.campaign().id(), slots(wantedNow, now));
            }
        }
    }

    /** What stops every call of the floor, if anything does. */
    private Optional<Shut> shut(Instant now) {
        return gate.shut(now)
                .or(() -> optOuts.beingWritten(now)
                        ? Optional.of(new Shut(Gate.OPT_OUTS, OPT_OUT))
                        : Optional.empty());
    }

    /** What there is to say about one campaign's calls. */
    DialingView view(Campaign campaign, List<TrunkView> trunks, Instant now) {
        Optional<Pacer.Wanted> its = wanted.stream()
                .filter(each -> each.campaign().id().equals(campaign.id()))
                .findFirst();
        return new DialingView(campaign, campaigns.givesCases(campaign), shut(now), lines.all(campaign.id()),
                lines.ringing(campaign.id()), its.map(each -> each.pace().lines()).orElse(0),
                its.map(each -> each.pace().words()), lines.full(campaign.id()), room(now), trunks);
    }

    /**
     * While a reservation is under way the next one gathers: the busier the floor is, the more attempts share the cost of
     * a reservation. A batch that is full gains nothing by waiting.
     */
    private boolean maySend(String campaign, int lines) {
        return lines == LARGEST_BATCH || !asked.containsKey(campaign);
    }

    /** Whether a call needs a held agent is known only once it is reserved: until then one is held for each. */
    private List<Slot> slots(int lines, Instant now) {
        Set<AgentId> free = desks.free();
        List<Slot> slots = new ArrayList<>();
        for (int line = 0; line < lines; line++) {
            AttemptId id = AttemptId.next(now, random);
            slots.add(new Slot(id, desks.hold(id), free));
        }
        return List.copyOf(slots);
    }

    private void reserve(String campaign, List<Slot> slots) {
        slots.forEach(slot -> reserving.put(slot.id(), campaign));
        asked.merge(campaign, 1, Integer::sum);
        blocking.execute(() -> {
            Runnable outcome;
            try {
                List<Reservation> reservations = ledger.reserve(campaign, slots, settings.latestAnswer());
                if (reservations.size() != slots.size()) {
                    throw new IllegalStateException("the ledger answered " + slots.size() + " slots with "
                            + reservations.size() + " reservations");
                }
                outcome = () -> reserved(campaign, slots, reservations);
            } catch (LedgerUnavailable | RuntimeException e) {
                outcome = () -> ledgerFailed(slots, e);
            }
            Runnable then = outcome;
            floor.accept(() -> {
                asked.computeIfPresent(campaign, (id, count) -> count == 1 ? null : count - 1);
                then.run();
            });
        });
    }

    private void reserved(String campaign, List<Slot> slots, List<Reservation> reservations) {
        // All are let go before the first is dialed: one of them may be needed in the place of an agent who left.
        for (int i = 0; i < slots.size(); i++) {
            AttemptId id = slots.get(i).id();
            reserving.remove(id);
            if (!(reservations.get(i) instanceof Reservation.Reserved reserved && reserved.agentMustBeHeld())) {
                desks.release(id);
            }
        }
        for (Reservation reservation : reservations) {
            switch (reservation) {
                case Reservation.Reserved reserved -> {
                    var unused = dial(reserved, reserved.agentMustBeHeld());
                }
                case Reservation.Denied denied -> tallies.denied(denied.decision());
                case Reservation.NothingDue nothing -> rest(campaign, nothing.next());
            }
        }
        announcer.floorChanged();
    }

    /** Hears, on the floor's thread, what came of the wish to call one case. */
    interface Asker {
        /** It is on its way to the debtor's phone. */
        void placed(Reservation.Reserved reserved);

        void refused(FloorReply reply);
    }

    /**
     * Calls this case, if it is of one of these campaigns, for the agent who is held for the attempt.
     *
     * @param likely the campaign that it counts for until the reservation tells
     */
    void call(CaseId caseId, Set<String> of, String likely, AttemptId id, Asker asker) {
        var slot = new Slot(id, true);
        reserving.put(id, likely);
        blocking.execute(() -> {
            Runnable outcome;
            try {
                Reservation reservation = ledger.reserve(slot, caseId, of, settings.latestAnswer());
                outcome = () -> reserved(slot, reservation, asker);
            } catch (LedgerUnavailable | RuntimeException e) {
                outcome = () -> {
                    ledgerFailed(List.of(slot), e);
                    asker.refused(Refused.notNow("the database does not answer; nobody is dialed until it does",
                            "数据库没有响应；恢复之前不拨打任何人"));
                };
            }
            floor.accept(outcome);
        });
    }

    private void reserved(Slot slot, Reservation reservation, Asker asker) {
        reserving.remove(slot.id());
        switch (reservation) {
            case Reservation.Reserved reserved ->
                dial(reserved, true).ifPresentOrElse(
                        why -> asker.refused(Refused.notNow(new Words("not dialed: ", "未拨打：").then(why))),
                        () -> asker.placed(reserved));
            case Reservation.Denied denied -> {
                tallies.denied(denied.decision());
                desks.release(slot.id());
                asker.refused(new FloorReply.Denied(denied.decision()));
            }
            case Reservation.NothingDue nothing -> {
                desks.release(slot.id());
                asker.refused(
                        Refused.notNow(
                                "the case is closed, waits for the answer to a complaint, is of a campaign in another"
                                        + " mode, or somebody is about to call it",
                                "案件已关闭、在等待投诉答复、属于其他模式的活动，或即将由他人拨打"));
            }
        }
        announcer.floorChanged();
    }

    /** Why no call that an agent asks for can be placed now, if so. */
    Optional<Words> obstacle(Instant now) {
        return shut(now).map(Shut::words)
                .or(() -> room(now) > 0 ? Optional.empty() : Optional.of(placing.fullBecause(now)));
    }

    /** The same for a call of this campaign. */
    Optional<Words> obstacle(Instant now, String campaign) {
        return obstacle(now).or(() -> lines.full(campaign));
    }

    /** Whether the campaign's own limits let one more call begin. */
    boolean hasRoom(Campaign campaign) {
        return lines.hasRoom(campaign);
    }

    private int room(Instant now) {
        return Math.max(0, placing.room(now) - reserving.size());
    }

    /** No case of the campaign is due: the database is not asked for one until the next is, or for some seconds. */
    void rest(String campaign, Optional<Instant> next) {
        Instant now = clock.instant();
        Instant latest = now.plus(LONGEST_REST);
        Instant earliest = now.plus(SHORTEST_REST);
        Instant until = next.filter(latest::isAfter).orElse(latest);
        campaigns.nothingDueUntil(campaign, until.isBefore(earliest) ? earliest : until);
    }

    /** The commit may have reached the disk all the same: then the attempts are closed there, and block nobody. */
    private void ledgerFailed(List<Slot> slots, Exception e) {
        Instant now = clock.instant();
        Instant retry = now.plus(settings.retries().after(Outcome.FAILED));
        for (Slot slot : slots) {
            reserving.remove(slot.id());
            desks.release(slot.id());
            journal.write(new FloorFact.Closed(now, slot.id(), Outcome.FAILED, HangupCause.NONE, false,
                    notDialed(new Words("its reservation was not confirmed", "其预留未获确认")), retry));
        }
        if (gate.databaseUp(now)) {
            LOG.warn("nothing is dialed: the database did not answer a reservation", e);
        }
        gate.ledgerFailed(now);
        announcer.floorChanged();
    }

    /** Empty: it is on its way. Otherwise why not, and the attempt is closed. */
    private Optional<Words> dial(Reservation.Reserved reserved, boolean agentMustBeHeld) {
        Instant now = clock.instant();
        var call = new OpenCall(reserved.id(), reserved.card(), reserved.number(), reserved.purpose(),
                agentMustBeHeld, reserved.pastAgents(), lift(reserved), new CallState.Reserved(reserved.at()));
        calls.add(call);
        tallies.reserved();
        // The rules answered for a call placed within the set-up time; a later one might ring after hours.
        Instant dialBy = reserved.at().plus(settings.setUp());
        if (now.isAfter(dialBy)) {
            return notDialed(call, Outcome.FAILED, new Words("the reservation came too late", "预占完成得太晚"));
        }
        if (!gate.linkUp()) {
            return notDialed(call, Outcome.FAILED, why);
        }
        if (campaigns.paused(call.campaign())) {
            return notDialed(call, Outcome.FAILED, new Words("the campaign is paused", "活动已暂停"));
        }
        if (optOuts.bar(call.number, now)) {
            return notDialed(call, Outcome.FAILED,
                    new Words("this number opted out meanwhile", "该号码此间已要求不再来电"));
        }
        Optional<ClosedBecause> closed = closedCases.bar(call.card.id(), now);
        if (closed.isPresent()) {
            return notDialed(call, Outcome.FAILED, closed.get().words());
        }
        Optional<Words> tooMany = lines.exceededBy(call);
        if (tooMany.isPresent()) {
            return notDialed(call, Outcome.CONGESTION, tooMany.get());
        }
        if (call.agentMustBeHeld && !agentIsHeld(call)) {
            return notDialed(call, Outcome.FAILED, Holding.AGENT_LEFT);
        }
        if (!placing.place(call, messageLanguage(reserved.language()), machinesFor(call), dialBy, now)) {
            return notDialed(call, Outcome.CONGESTION, placing.fullBecause(now));
        }
        announcer.callChanged(call);
        return Optional.empty();
    }

    private double lift(Reservation.Reserved reserved) {
        return settings.forecast()
                ? relative.computeIfAbsent(reserved.card().campaign(), id -> new RelativeChance())
                        .next(reserved.answerChance())
                : 1;
    }

    private static Words notDialed(Words because) {
        return Words.of("not dialed: %s", "未拨打：%s", because);
    }

    private Optional<Words> notDialed(OpenCall call, Outcome outcome, Words because) {
        closing.close(call, clock.instant(), outcome, HangupCause.NONE, notDialed(because));
        return Optional.of(because);
    }

    /** Its own agent may have left meanwhile. Another one is held only if no debtor waits for an agent already. */
    private boolean agentIsHeld(OpenCall call) {
        return desks.heldFor(call.id).isPresent() || (calls.waiting().isEmpty() && desks.hold(call.id));
    }

    /** A listed contact who was not reached is left no message: nobody there asked for a call. */
    private AnsweringMachines machinesFor(OpenCall call) {
        boolean message = settings.machines() == AnsweringMachines.LEAVE_MESSAGE;
        return message && call.purpose == Purpose.INFORMATION ? AnsweringMachines.HANG_UP : settings.machines();
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
