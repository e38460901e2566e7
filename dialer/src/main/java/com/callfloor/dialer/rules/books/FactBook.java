package com.callfloor.dialer.rules.books;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.history.DailyWindow;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.words.Objection;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** The facts that gate calls. Append-only: a fact is withdrawn, never changed. Blocks on the database. */
public interface FactBook {
    /**
     * Writes a fact; it holds from the next decision on, also for cases that are due already. Cases that it keeps from
     * being called are asked about again.
     *
     * @return empty if there is no such case
     * @throws Objection what is missing, such as a consent without number or named rules
     */
    Optional<Noted> note(NewFact fact);

    /** Takes a fact back, with the reason. Its cases are asked about again. Empty if there is none that stands. */
    Optional<Noted> withdraw(long id, String by, String why);

    /** All of the case's debtor, withdrawn ones too, newest first. */
    List<Noted> of(String caseRef);

    /**
     * A fact to be written.
     *
     * @param at when it became known; a consent's age counts from here
     * @param number the number it is about; one that the debtor does not have is taken all the same
     * @param lifts ids of the rules that a consent lifts
     * @param evidence how it can be shown: a letter's reference, a recording
     * @param by who notes it
     */
    record NewFact(String caseRef, FactKind kind, Instant at, @Nullable PhoneNumber number, @Nullable Instant until,
            @Nullable DailyWindow window, Set<String> lifts, String evidence, String by) {
        public NewFact {
            lifts = Set.copyOf(lifts);
            if (evidence.isBlank() || by.isBlank()) {
                throw new Objection(
                        new Words("a fact needs its evidence and who noted it", "登记事实须有依据和登记人"));
            }
            if (kind == FactKind.DO_NOT_CALL) {
                throw new Objection(
                        new Words("numbers come onto a do-not-call list by its import, not as a fact",
                                "勿扰号码请导入名单，不作为事实登记"));
            }
            if (kind == FactKind.CONSENT && (number == null || lifts.isEmpty())) {
                throw new Objection(
                        new Words("a consent names the number and the rules that it lifts, such as US-F-COOL",
                                "同意须写明号码及其免除的规则，例如 US-F-COOL"));
            }
            if ((kind == FactKind.WRONG_PARTY || kind == FactKind.REFUSED) && number == null) {
                throw new Objection(Words.of("'%s' names the number", "“%s”须写明号码", kind.code()));
            }
        }
    }

    /** A fact in the book. {@code number} is masked. */
    record Noted(long id, String caseRef, FactKind kind, Instant at, @Nullable String number, @Nullable Instant until,
            @Nullable DailyWindow window, Set<String> lifts, Words evidence, String by, Instant notedAt,
            @Nullable Instant withdrawnAt, @Nullable String withdrawnBy, @Nullable String withdrawnWhy) {
        public Noted {
            lifts = Set.copyOf(lifts);
        }
    }
}
