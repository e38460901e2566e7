package com.callfloor.dialer.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.PastAgents;
import com.callfloor.dialer.cases.CaseCard;
import com.callfloor.dialer.cases.CaseCard.PastAttempt;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.contacts.AnswerForecast;
import com.callfloor.dialer.contacts.ContactDesk;
import com.callfloor.dialer.floor.AttemptLedger;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.rules.PackChoice;
import com.callfloor.dialer.scripts.Treatments;
import com.callfloor.dialer.store.LedgerWrites.Decided;
import com.callfloor.dialer.store.NumberChoice.Choice;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The attempts in the database. Usable from any thread, and by any number of nodes on one database. */
public final class SqlAttemptLedger implements AttemptLedger {
    private final Jdbi jdbi;
    private final Clock clock;
    private final LedgerRules rules;
    private final LedgerTime time;
    private final CampaignIds campaigns;
    private final LearnedContacts learned;
    private volatile @Nullable Treatments treatments;

    /**
     * Takes what a decision needs.
     *
     * @param zones quick; asked while debtors and numbers are locked
     * @param defaultCountry ISO 3166-1, whose rules hold for a number of no country
     */
    public SqlAttemptLedger(Database database, PackChoice packs, ZoneFinder zones, LedgerTime time,
            String defaultCountry) {
        this(database, LedgerRules.of(packs, zones, defaultCountry), time);
    }

    SqlAttemptLedger(Database database, LedgerRules rules, LedgerTime time) {
        this.jdbi = database.jdbi();
        this.clock = database.clock();
        this.rules = rules;
        this.time = time;
        this.campaigns = new CampaignIds(jdbi);
        this.learned = new LearnedContacts(jdbi, clock);
    }

    /** From now on notes with each attempt under what it is made. Told once, before the first reservation. */
    public void noteTreatments(Treatments known) {
        this.treatments = known;
    }

    @Override
    public List<Reservation> reserve(String campaign, List<Slot> slots, Duration latestAnswer)
            throws LedgerUnavailable {
        if (slots.isEmpty()) {
            return List.of();
        }
        try {
            long id = campaigns.of(campaign);
            AnswerForecast forecast = learned.forecast();
            return jdbi.inTransaction(handle -> reserve(handle, id, slots, latestAnswer, forecast));
        } catch (RuntimeException e) {
            throw new LedgerUnavailable(slots.size() + " attempts may not be dialed: their reservation failed", e);
        }
    }

    private List<Reservation> reserve(Handle handle, long campaign, List<Slot> slots, Duration latestAnswer,
            AnswerForecast forecast) {
        // The node's own clock only picks; what may be done is decided by the database's.
        Instant asked = SqlTypes.micros(clock.instant());
        List<CaseRecord> due = LedgerLocks.dueCases(handle, campaign, asked, slots.size(), agents(slots));
        List<Reservation> reservations = new ArrayList<>();
        if (!due.isEmpty()) {
            reservations.addAll(reserve(handle, due, slots, latestAnswer, forecast));
        }
        if (reservations.size() < slots.size()) {
            var nothing = new Reservation.NothingDue(LedgerLocks.nextDueAfter(handle, campaign, asked));
            while (reservations.size() < slots.size()) {
                reservations.add(nothing);
            }
        }
        return reservations;
    }

    private static Set<AgentId> agents(List<Slot> slots) {
        return slots.stream().flatMap(slot -> slot.agents().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private List<Reservation> reserve(Handle handle, List<CaseRecord> due, List<Slot> slots, Duration latestAnswer,
            AnswerForecast forecast) {
        Batch batch = decide(handle, due, slots, latestAnswer, forecast);
        LedgerWrites.write(handle, batch.decided(), batch.now(), batch.notes());
        return batch.decided().stream().map(batch::reservation).toList();
    }

    @Override
    public Reservation reserve(Slot slot, CaseId caseId, Set<String> of, Duration latestAnswer)
            throws LedgerUnavailable {
        try {
            // Not within the transaction, which would wait there for a second connection.
            of.forEach(campaigns::of);
            AnswerForecast forecast = learned.forecast();
            return jdbi.inTransaction(handle -> LedgerLocks.openCase(handle, caseId, of)
                    .map(open -> reserve(handle, open, slot, latestAnswer, forecast))
                    .orElseGet(() -> new Reservation.NothingDue(Optional.empty())));
        } catch (RuntimeException e) {
            throw new LedgerUnavailable("case " + caseId.value() + " may not be dialed: its reservation failed", e);
        }
    }

    /** Out of its turn: what the rules say when it is denied must not have it called before its wait is over. */
    private Reservation reserve(Handle handle, CaseRecord open, Slot slot, Duration latestAnswer,
            AnswerForecast forecast) {
        Reservation reservation = reserve(handle, List.of(open), List.of(slot), latestAnswer, forecast).getFirst();
        if (reservation instanceof Reservation.Denied) {
            CasePlan.hold(handle, open.id().value());
        }
        return reservation;
    }

    @Override
    public Offer offer(String campaign, Slot slot, Duration aside, Duration latestAnswer) throws LedgerUnavailable {
        try {
            long id = campaigns.of(campaign);
            AnswerForecast forecast = learned.forecast();
            return jdbi.inTransaction(handle -> {
                Instant asked = SqlTypes.micros(clock.instant());
                List<CaseRecord> due = LedgerLocks.dueCases(handle, id, asked, 1, slot.agents());
                return due.isEmpty()
                        ? new Offer.NothingDue(LedgerLocks.nextDueAfter(handle, id, asked))
                        : offer(handle, due, slot, aside, latestAnswer, forecast);
            });
        } catch (RuntimeException e) {
            throw new LedgerUnavailable("no case could be set aside for an agent", e);
        }
    }

    private Offer offer(Handle handle, List<CaseRecord> due, Slot slot, Duration aside, Duration latestAnswer,
            AnswerForecast forecast) {
        Batch batch = decide(handle, due, List.of(slot), latestAnswer, forecast);
        Decided decided = batch.decided().getFirst();
        return switch (decided.choice()) {
            case Choice.Nobody nobody -> {
                LedgerWrites.write(handle, batch.decided(), batch.now(), batch.notes());
                yield new Offer.Denied(nobody.decision());
            }
            case Choice.Call call -> {
                Instant until = batch.now().plus(aside);
                LedgerWrites.setAside(handle, decided.due().id(), until);
                yield new Offer.Case(batch.card(decided.due()), call.candidate().number(), call.purpose(),
                        call.decision(), until);
            }
        };
    }

    private Batch decide(Handle handle, List<CaseRecord> due, List<Slot> slots, Duration latestAnswer,
            AnswerForecast forecast) {
        // Before the locks, to hold them no longer than needed: it is for the agent's eyes only.
        Map<CaseId, List<PastAttempt>> history = PastAttempts.of(handle, due.stream().map(CaseRecord::id).toList());
        Map<Long, PastAgents> pastAgents = PastAgentsReader.of(handle,
                due.stream().map(each -> each.debtor().value()).distinct().toList());
        TreatmentNotes notes = TreatmentNotes.read(handle, treatments, due);
        var reader = new BooksReader(handle);
        Set<Long> wanted = new HashSet<>(due.stream().map(each -> each.debtor().value()).toList());
        Map<Long, Set<Long>> households = reader.households(wanted);
        Map<Long, String> names = LedgerLocks.debtors(handle, LedgerLocks.everybody(households));
        List<BooksReader.Listing> listings = reader.listings(wanted);
        var numbers = LedgerLocks.numbers(handle,
                listings.stream().map(BooksReader.Listing::number).distinct().toList());
        // Not before the locks are held: waiting for them took time, and a window may have closed meanwhile.
        Instant now = SqlTypes.micros(time.of(LedgerLocks.databaseTime(handle)));
        LockedBooks books = reader.read(due, households, listings, numbers, now, rules.reach()).allBy(now);
        var choice = new NumberChoice(rules, books, latestAnswer, now);
        List<Decided> decided = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            Decided each = new Decided(slots.get(i), due.get(i),
                    choice.choose(due.get(i), slots.get(i).agentHeld(), forecast));
            if (each.choice() instanceof Choice.Call call) {
                books.add(CountedCall.reserved(now, each.due(), call.candidate()));
            }
            decided.add(each);
        }
        return new Batch(decided, now, names, history, pastAgents, campaigns, notes);
    }

    /** What was decided at one instant, and what the agents may like to know. */
    private record Batch(List<Decided> decided, Instant now, Map<Long, String> names,
            Map<CaseId, List<PastAttempt>> history, Map<Long, PastAgents> pastAgents, CampaignIds campaigns,
            TreatmentNotes notes) {
        CaseCard card(CaseRecord due) {
            return due.card(campaigns.code(due.campaign()), names.getOrDefault(due.debtor().value(), ""),
                    history.getOrDefault(due.id(), List.of()));
        }

        Reservation reservation(Decided one) {
            CaseRecord due = one.due();
            return switch (one.choice()) {
                case Choice.Nobody nobody -> new Reservation.Denied(due.id(), nobody.decision());
                case Choice.Call call -> new Reservation.Reserved(one.slot().id(), now, card(due),
                        call.candidate().number(), due.language(), call.decision(), call.decision().needsHeldAgent(),
                        call.purpose(), pastAgents.getOrDefault(due.debtor().value(), PastAgents.NONE),
                        call.pick().chosen().estimate().chance());
            };
        }
    }

    @Override
    public List<OpenAttempt> openAttempts() throws LedgerUnavailable {
        try {
            return jdbi.withHandle(OpenAttempts::read);
        } catch (RuntimeException e) {
            throw new LedgerUnavailable("the open attempts could not be read", e);
        }
    }

    /** What is known of numbers, and what would be chosen by. */
    public ContactDesk contacts() {
        return new SqlContactDesk(jdbi, clock, rules, learned);
    }

    /**
     * Has every sleeping case asked about again: where a rule pack changed, the answer may have too. Blocks for some
     * seconds where a million sleep.
     *
     * @return how many
     */
    public int wakeAll() {
        return Waking.all(jdbi, clock.instant());
    }
}
