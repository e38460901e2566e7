package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.floor.AttemptLedger.Offer;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.AttemptLedger.Slot;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Refusal;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.supervision.Preview;
import com.callfloor.dialer.supervision.SkipReason;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls that one agent is there for from the beginning: in mode preview each free agent is shown a case before it is
 * called, in mode manual the agent chose it, and in mode progressive agents who are rung per call see whom they are rung
 * for. Until the debtor answers the agent is held for the call and sees the case.
 * Confined to the floor's thread, save the questions to the database.
 */
final class Previewing {
    private static final Logger LOG = LoggerFactory.getLogger(Previewing.class);
    /** Longer than anybody may look, so that no other agent is shown the case meanwhile. */
    private static final Duration ASIDE = PreviewPlan.LONGEST.multipliedBy(2);

    private final FloorSettings settings;
    private final Clock clock;
    private final RandomGenerator random;
    private final Consumer<Runnable> floor;
    private final Executor blocking;
    private final AttemptLedger ledger;
    private final FactJournal journal;
    private final FloorGate gate;
    private final Campaigns campaigns;
    private final OpenCalls calls;
    private final AgentDesks desks;
    private final Dialing dialing;
    private final Summoning summoning;
    private final ClosedCases closedCases;
    private final Tallies tallies;
    private final Announcer announcer;
    private final Map<AgentId, Shown> shown = new LinkedHashMap<>();

    /**
     * What one agent looks at.
     *
     * @param until when its case is due again if nothing becomes of it
     * @param placed whether its call is on its way
     */
    private record Shown(AgentDesk desk, Preview preview, Instant until, boolean placed) {
        CaseId caseId() {
            return preview.card().id();
        }

        Shown calling(boolean isPlaced) {
            return new Shown(desk, new Preview(preview.id(), preview.since(), null, true, preview.numberMasked(),
                    preview.purpose(), preview.card(), preview.decision()), until, isPlaced);
        }

        Shown until(Instant later) {
            return new Shown(desk, preview, later, placed);
        }
    }

    /** The questions run elsewhere; {@code floor} brings their results back to the floor's thread. */
    Previewing(FloorSettings settings, FloorPorts ports, Consumer<Runnable> floor, FloorGate gate,
            Campaigns campaigns, OpenCalls calls, AgentDesks desks, Dialing dialing, Summoning summoning,
            ClosedCases closedCases,
            Tallies tallies, Announcer announcer) {
        this.settings = settings;
        this.clock = ports.clock();
        this.random = ports.random();
        this.floor = floor;
        this.blocking = ports.blocking();
        this.ledger = ports.ledger();
        this.journal = ports.journal();
        this.gate = gate;
        this.campaigns = campaigns;
        this.calls = calls;
        this.desks = desks;
        this.dialing = dialing;
        this.summoning = summoning;
        this.closedCases = closedCases;
        this.tallies = tallies;
        this.announcer = announcer;
    }

    Map<AgentId, Preview> all() {
        var previews = new HashMap<AgentId, Preview>();
        shown.forEach((agent, each) -> previews.put(agent, each.preview()));
        return previews;
    }

    /** Calls what was looked at long enough, takes away what is over, shows the next cases. */
    void tend() {
        Instant now = clock.instant();
        for (Shown each : List.copyOf(shown.values())) {
            tend(each, now);
        }
        Optional<Campaign> next = campaigns.shown(now, dialing::hasRoom);
        if (next.isPresent() && gate.shutBecause(now).isEmpty()) {
            // Phones that were dialed in another mode may still ring: their debtors come before a look at a case.
            int free = desks.available() - calls.underwayWithout(desks.held());
            desks.all()
                    .stream()
                    .filter(AgentDesk::available)
                    .limit(Math.max(0, free))
                    .forEach(desk -> look(desk, next.get().id(), now));
            desks.all()
                    .stream()
                    .filter(desk -> desk.mayBeSummoned(now))
                    .sorted(Comparator.comparing(desk -> desk.state().since()))
                    .forEach(desk -> look(desk, next.get().id(), now));
        }
    }

    private void tend(Shown each, Instant now) {
        Preview preview = each.preview();
        if (each.placed()) {
            if (calls.find(preview.id()).filter(call -> call.answeredAt().isEmpty()).isEmpty()) {
                end(each);
            }
        } else if (!preview.calling()) {
            boolean tooLong = now.isAfter(preview.since().plus(PreviewPlan.LONGEST));
            if (!wanted(preview.card().campaign()) || tooLong || !isHeld(each.desk(), preview.id())) {
                putBack(each.caseId(), each.until());
                end(each);
            } else if (preview.callsAt() != null && !now.isBefore(preview.callsAt())
                    && dialing.obstacle(now, preview.card().campaign()).isEmpty() && summoning.hasALine(now)) {
                dial(each, denialTold(each.desk(), preview.card().caseRef()));
            }
        }
    }

    /** Nobody waits for the reply: a denial is told to the agent. */
    private Consumer<FloorReply> denialTold(AgentDesk desk, @Nullable String caseRef) {
        return reply -> {
            if (reply instanceof FloorReply.Denied denied) {
                announcer.callDenied(desk, caseRef, denied.decision());
            }
        };
    }

    /** A phone that has to be rung first takes longer than anybody waits for a reply. */
    private Consumer<FloorReply> replied(AgentDesk desk, @Nullable String caseRef, Consumer<FloorReply> reply) {
        if (Summoning.isOnTheLine(desk)) {
            return reply;
        }
        reply.accept(new FloorReply.Accepted());
        return denialTold(desk, caseRef);
    }

    private boolean wanted(String campaign) {
        return campaigns.givingCases().contains(campaign);
    }

    private static boolean isHeld(AgentDesk desk, AttemptId id) {
        return desk.heldFor().filter(id::equals).isPresent();
    }

    private void look(AgentDesk desk, String campaign, Instant now) {
        AttemptId id = AttemptId.next(now, random);
        desk.holdFor(id);
        blocking.execute(() -> {
            Runnable outcome;
            try {
                Offer offer = ledger.offer(campaign, new Slot(id, true, Set.of(desk.agent().id())), ASIDE,
                        settings.latestAnswer());
                outcome = () -> offered(desk, campaign, id, offer);
            } catch (LedgerUnavailable | RuntimeException e) {
                outcome = () -> ledgerFailed(id, e);
            }
            floor.accept(outcome);
        });
    }

    private void ledgerFailed(AttemptId id, Exception e) {
        LOG.warn("no case is shown: the database did not answer", e);
        desks.release(id);
        gate.ledgerFailed(clock.instant());
        announcer.floorChanged();
    }

    private void offered(AgentDesk desk, String campaign, AttemptId id, Offer offer) {
        switch (offer) {
            case Offer.Case found -> show(desk, id, found);
            case Offer.Denied denied -> {
                desks.release(id);
                tallies.denied(denied.decision());
            }
            case Offer.NothingDue nothing -> {
                desks.release(id);
                dialing.rest(campaign, nothing.next());
            }
        }
        announcer.floorChanged();
    }

    private void show(AgentDesk desk, AttemptId id, Offer.Case found) {
        Optional<Shown> elsewhere = shown.values()
                .stream()
                .filter(each -> each.caseId().equals(found.card().id()))
                .findFirst();
        if (elsewhere.isPresent()) {
            // Something woke the case while another agent looks at it: that agent keeps it.
            shown.replace(elsewhere.get().desk().agent().id(), elsewhere.get().until(found.until()));
            desks.release(id);
        } else if (closedCases.bar(found.card().id(), clock.instant()).isPresent()) {
            desks.release(id);
        } else if (!wanted(found.card().campaign()) || !isHeld(desk, id)) {
            putBack(found.card().id(), found.until());
            desks.release(id);
        } else {
            Instant now = clock.instant();
            show(new Shown(desk,
                    new Preview(id, now, callsAt(found.card().campaign(), now), false, found.number().masked(),
                            found.purpose(),
                            found.card(), found.decision()),
                    found.until(), false));
        }
    }

    private @Nullable Instant callsAt(String campaign, Instant now) {
        if (!campaigns.in(Set.of(CampaignMode.PREVIEW)).contains(campaign)) {
            return now;
        }
        return settings.previews().callsByItself() ? now.plus(settings.previews().time()) : null;
    }

    private void show(Shown each) {
        shown.put(each.desk().agent().id(), each);
        announcer.previewed(each.desk(), each.preview());
    }

    /** The agent has seen enough of it: the rules are asked, and the debtor is called. */
    void call(AttemptId id, AgentId agent, Consumer<FloorReply> reply) {
        Shown each = shown.get(agent);
        if (each == null || !each.preview().id().equals(id)) {
            reply.accept(noSuchPreview());
            return;
        }
        Optional<Words> obstacle = dialing.obstacle(clock.instant(), each.preview().card().campaign());
        if (each.preview().calling()) {
            reply.accept(new FloorReply.Accepted());
        } else if (obstacle.isPresent()) {
            reply.accept(Refused.notNow(obstacle.get()));
        } else {
            dial(each, reply);
        }
    }

    private void dial(Shown each, Consumer<FloorReply> asker) {
        Shown calling = each.calling(false);
        show(calling);
        Consumer<FloorReply> reply = replied(each.desk(), each.preview().card().caseRef(), asker);
        call(each.desk(), each.caseId(), campaigns.givingCases(), each.preview().card().campaign(), each.preview().id(),
                new Dialing.Asker() {
                    @Override
                    public void placed(Reservation.Reserved reserved) {
                        shown.replace(each.desk().agent().id(), each.calling(true));
                        reply.accept(new FloorReply.Accepted());
                    }

                    @Override
                    public void refused(FloorReply why) {
                        putBack(each.caseId(), each.until());
                        end(calling);
                        reply.accept(why);
                    }
                });
    }

    /** The agent's phone first, if it is on hook, then the rules and the debtor's. */
    private void call(AgentDesk desk, CaseId caseId, Set<String> of, String likely, AttemptId id,
            Dialing.Asker asker) {
        summoning.summon(desk, id, new Summoning.Caller() {
            @Override
            public void onTheLine() {
                dialing.call(caseId, of, likely, id, asker);
            }

            @Override
            public void failed(Words why) {
                desks.release(id);
                asker.refused(Refused.notNow(why));
            }
        });
    }

    FloorReply skip(AttemptId id, AgentId agent, SkipReason reason) {
        Shown each = shown.get(agent);
        if (each == null || !each.preview().id().equals(id)) {
            return noSuchPreview();
        }
        if (each.preview().calling()) {
            return Refused.notNow("the case is being called already", "已在拨打这个案件");
        }
        Instant now = clock.instant();
        journal.write(new FloorFact.Skipped(now, each.caseId(), agent, reason,
                now.plus(settings.previews().skippedDueAgainAfter())));
        end(each);
        return new FloorReply.Accepted();
    }

    /** The agent chose this case. */
    void call(CaseId caseId, AgentId agent, Consumer<FloorReply> asker) {
        Optional<AgentDesk> desk = desks.find(agent);
        Instant now = clock.instant();
        if (desk.isEmpty()) {
            asker.accept(Refused.noSuchAgent());
            return;
        }
        Set<String> manual = campaigns.in(Set.of(CampaignMode.MANUAL));
        Optional<Words> obstacle = notChoosing(desk.get(), now).or(() -> obstacle(now, manual));
        if (obstacle.isPresent()) {
            asker.accept(Refused.notNow(obstacle.get()));
            return;
        }
        AttemptId id = AttemptId.next(now, random);
        desk.get().holdFor(id);
        Consumer<FloorReply> reply = replied(desk.get(), null, asker);
        call(desk.get(), caseId, manual, manual.iterator().next(), id, new Dialing.Asker() {
            @Override
            public void placed(Reservation.Reserved reserved) {
                show(new Shown(desk.get(), new Preview(id, reserved.at(), null, true, reserved.number().masked(),
                        reserved.purpose(), reserved.card(), reserved.decision()), reserved.at(), true));
                reply.accept(new FloorReply.Accepted());
            }

            @Override
            public void refused(FloorReply why) {
                reply.accept(why);
            }
        });
    }

    /** Which campaign the case is of is known once it is reserved: one of these with room will do until then. */
    private Optional<Words> obstacle(Instant now, Set<String> of) {
        List<Optional<Words>> each = of.stream().map(campaign -> dialing.obstacle(now, campaign)).toList();
        return each.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : each.getFirst();
    }

    private Optional<Words> notChoosing(AgentDesk desk, Instant now) {
        if (campaigns.in(Set.of(CampaignMode.MANUAL)).isEmpty()) {
            String modes = campaigns.all()
                    .stream()
                    .map(campaign -> campaign.mode().code())
                    .distinct()
                    .collect(Collectors.joining(", "));
            return Optional.of(Words.of("agents choose whom to call in mode manual only; the mode is %s",
                    "仅在手动模式下可由坐席选择案件；现为 %s", modes));
        }
        return desk.available() || desk.mayBeSummoned(now)
                ? Optional.empty()
                : Optional.of(new Words(
                        "you can call as soon as you are ready, your headset is connected and no other call is yours",
                        "请先就绪、接好耳机并结束其他通话，然后再拨打"));
    }

    /** They are closed: nobody need look at them. What is reserved or rings already ends as a call. */
    void withdraw(Set<CaseId> cases) {
        List.copyOf(shown.values())
                .stream()
                .filter(each -> cases.contains(each.caseId()) && !each.preview().calling())
                .forEach(this::end);
    }

    private void putBack(CaseId caseId, Instant until) {
        journal.write(new FloorFact.PutBack(clock.instant(), caseId, until));
    }

    /** The call, if there is one, goes on. */
    private void end(Shown each) {
        shown.remove(each.desk().agent().id());
        if (!each.placed()) {
            desks.release(each.preview().id());
        }
        announcer.previewed(each.desk(), null);
    }

    private static FloorReply noSuchPreview() {
        return new Refused(Refusal.NO_SUCH_PREVIEW,
                new Words("you are not looking at this case any more", "这个案件已不在您的预览中"));
    }
}
