package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.dispositions.FollowUpPlan;
import com.callfloor.dialer.messages.Draft;
import com.callfloor.dialer.messages.EmailAddress;
import com.callfloor.dialer.messages.MessagePurpose;
import com.callfloor.dialer.messages.MessageRules;
import com.callfloor.dialer.messages.Recipient;
import com.callfloor.dialer.promises.Instalment;
import com.callfloor.dialer.promises.PromiseBook;
import com.callfloor.dialer.promises.PromiseState;
import com.callfloor.dialer.promises.Standing;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Reason;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.history.LineKind;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What the books say of one message, and what the rules say to that; within somebody's transaction. */
final class MessageQuestion {
    private static final String WAITS = """
            SELECT MAX(waits.until_at) FROM (
                SELECT calls_wait_until AS until_at FROM tasks WHERE case_id = :case AND state = 'open'
                UNION ALL
                SELECT calls_wait_until FROM promises WHERE case_id = :case AND state = 'open' AND :rests
                UNION ALL
                SELECT rest_until FROM cases WHERE id = :case AND :rests) waits""";
    private static final String ADDRESS = """
            SELECT id, address FROM debtor_emails WHERE debtor_id = :debtor AND kind = 'personal' ORDER BY id DESC LIMIT 1""";

    private final Handle handle;
    private final LedgerRules rules;
    private final CaseRecord found;
    private final LockedBooks books;
    private final Duration latestArrival;
    private final Instant now;

    MessageQuestion(Handle handle, LedgerRules rules, CaseRecord found, LockedBooks books, Duration latestArrival,
            Instant now) {
        this.handle = handle;
        this.rules = rules;
        this.found = found;
        this.books = books;
        this.latestArrival = latestArrival;
        this.now = now;
    }

    /**
     * The answer, and whom it is about.
     *
     * @param key of the number, or of the address below zero; null where there is none
     */
    record Answer(@Nullable Long key, Optional<Recipient> recipient, Decision decision) {
        @Nullable
        Long numberId() {
            return key == null || key < 0 ? null : key;
        }

        @Nullable
        Long emailId() {
            return key == null || key > 0 ? null : -key;
        }
    }

    Answer ask(Channel channel, MessagePurpose purpose) {
        Answer asked = channel == Channel.SMS ? text() : mail();
        return new Answer(asked.key(), asked.recipient(),
                MessageRules.judge(asked.decision(), channel, waitsUntil(purpose)));
    }

    /** What makes calls wait makes every message wait; what only spares the debtor calls, only those of the ladder. */
    private Optional<Instant> waitsUntil(MessagePurpose purpose) {
        return Optional.ofNullable(handle.createQuery(WAITS)
                .bind("case", found.id().value())
                .bind("rests", purpose == MessagePurpose.STEP)
                .mapTo(Instant.class)
                .one());
    }

    /**
     * The mobile that the lender lists first. Another one only where that is known not to be the debtor's: who refuses
     * messages at one number is not to get them at the next.
     */
    private Answer text() {
        var choice = new NumberChoice(rules, books, latestArrival, now);
        List<Candidate> mobiles = books.own(found)
                .stream()
                .filter(each -> each.line() == LineKind.MOBILE)
                .sorted(Comparator.comparingInt(Candidate::position))
                .toList();
        Answer answer = new Answer(null, Optional.empty(), choice.denial(new Reason.NoRecipient(Channel.SMS)));
        for (Candidate mobile : mobiles) {
            answer = new Answer(mobile.id(), Optional.of(new Recipient.Phone(mobile.number())),
                    choice.decideText(found, mobile));
            if (!isNotTheDebtors(answer.decision())) {
                return answer;
            }
        }
        return answer;
    }

    private static boolean isNotTheDebtors(Decision decision) {
        return decision.findings()
                .stream()
                .anyMatch(finding -> finding.reason() instanceof Reason.FactStands stands
                        && stands.fact() == FactKind.WRONG_PARTY && !finding.allows());
    }

    private Answer mail() {
        var choice = new NumberChoice(rules, books, latestArrival, now);
        List<Candidate> own = books.own(found);
        return handle.createQuery(ADDRESS)
                .bind("debtor", found.debtor().value())
                .map((row, context) -> new Address(row.getLong("id"), new EmailAddress(row.getString("address"))))
                .findOne()
                .map(address -> new Answer(-address.id(), Optional.of(new Recipient.Mail(address.address())),
                        own.isEmpty()
                                ? choice.denial(new Reason.ZoneUnknown())
                                : choice.decideMail(found, new Candidate(-address.id(), own.getFirst().number(), 1,
                                        LineKind.MOBILE), own)))
                .orElseGet(() -> new Answer(null, Optional.empty(),
                        choice.denial(new Reason.NoRecipient(Channel.EMAIL))));
    }

    private record Address(long id, EmailAddress address) {}

    Draft draft(String template, Channel channel, Optional<String> language, Optional<Instalment> promised) {
        String name = handle.createQuery("SELECT name FROM debtors WHERE id = :id")
                .bind("id", found.debtor().value())
                .mapTo(String.class)
                .one();
        return new Draft(template, channel, language.or(() -> Optional.ofNullable(found.language())), found.ref(), name,
                found.lender(), found.product(), found.balance().due(), found.dueDate(), promised);
    }

    /** The instalment that a reminder is of, as it stands. Empty if nothing is waited for that day any more. */
    static Optional<Instalment> awaited(Handle handle, CaseRecord found, @Nullable Long promise,
            @Nullable LocalDate on, FollowUpPlan plan, CasePayments payments, Instant now) {
        if (promise == null || on == null) {
            return Optional.empty();
        }
        for (PromiseBook.Kept kept : PromiseRows.of(handle, found.id().value())) {
            if (kept.id() == promise && kept.state() == PromiseState.OPEN) {
                Standing standing = plan.keeping()
                        .evaluate(kept.promise(), payments.of(handle, found.id()), plan.dayOf(now));
                for (int i = 0; i < standing.instalments().size(); i++) {
                    Instalment instalment = kept.promise().instalments().get(i);
                    if (instalment.date().equals(on) && standing.instalments().get(i) == PromiseState.OPEN) {
                        return Optional.of(instalment);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
