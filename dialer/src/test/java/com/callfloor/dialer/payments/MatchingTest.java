package com.callfloor.dialer.payments;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.payments.Matching.Candidate;
import com.callfloor.dialer.payments.Matching.Match;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MatchingTest {
    private static final CaseId CASE = new CaseId(1);
    private static final Candidate DUE_100 = new Candidate(CASE, "Bank", cny(100_00), false);

    @Test
    void theCaseReferenceDecidesWhateverTheAmount() {
        assertThat(Matching.of(posting("Bank", 7_00, "C1", "D1"), Optional.of(DUE_100), List.of()))
                .isEqualTo(new Match.Found(CASE, MatchRule.CASE_REF));
    }

    @Test
    void aCaseReferenceThatNobodyKnowsIsNotGuessedAround() {
        assertThat(Matching.of(posting("Bank", 100_00, "C9", "D1"), Optional.empty(), List.of(DUE_100)))
                .isEqualTo(new Match.None(WhyUnmatched.UNKNOWN_CASE));
    }

    @Test
    void moneyOfAnotherLenderOrCurrencyDoesNotCount() {
        assertThat(Matching.of(posting("Other", 100_00, "C1", null), Optional.of(DUE_100), List.of()))
                .isEqualTo(new Match.None(WhyUnmatched.OTHER_LENDER));
        assertThat(Matching.of(posting("Bank", new Money(100_00, Currency.getInstance("USD")), "C1", null),
                Optional.of(DUE_100), List.of())).isEqualTo(new Match.None(WhyUnmatched.OTHER_CURRENCY));
    }

    @Test
    void whereTheLenderIsNotSaidAnyMayBeMeant() {
        assertThat(Matching.of(posting("", 7_00, "C1", null), Optional.of(DUE_100), List.of()))
                .isEqualTo(new Match.Found(CASE, MatchRule.CASE_REF));
    }

    @Test
    void theDebtorsOnlyCaseOfThisAmountIsMeant() {
        var other = new Candidate(new CaseId(2), "Bank", cny(99_99), false);

        assertThat(Matching.of(posting("Bank", 100_00, null, "D1"), Optional.empty(), List.of(DUE_100, other)))
                .isEqualTo(new Match.Found(CASE, MatchRule.AMOUNT));
    }

    @Test
    void twoCasesOfThisAmountAreAMatterForAPerson() {
        var twin = new Candidate(new CaseId(2), "Bank", cny(100_00), false);

        assertThat(Matching.of(posting("Bank", 100_00, null, "D1"), Optional.empty(), List.of(DUE_100, twin)))
                .isEqualTo(new Match.None(WhyUnmatched.SEVERAL_FIT));
    }

    @Test
    void aWithdrawnCaseIsNotMeantByItsAmount() {
        var withdrawn = new Candidate(new CaseId(2), "Bank", cny(100_00), true);

        assertThat(Matching.of(posting("Bank", 100_00, null, "D1"), Optional.empty(), List.of(withdrawn)))
                .isEqualTo(new Match.None(WhyUnmatched.NO_CASE_FITS));
    }

    @Test
    void whatNamesNobodyIsAMatterForAPerson() {
        assertThat(Matching.of(posting("Bank", 100_00, null, null), Optional.empty(), List.of()))
                .isEqualTo(new Match.None(WhyUnmatched.NOTHING_TO_GO_BY));
    }

    @Test
    void aReversalGoesWhereItsPaymentWent() {
        assertThat(Matching.ofReversal(Optional.of(CASE))).isEqualTo(new Match.Found(CASE, MatchRule.REFERENCE));
        assertThat(Matching.ofReversal(Optional.empty())).isEqualTo(new Match.None(WhyUnmatched.AWAITS_PAYMENT));
    }

    @Test
    void anAmountThatIsNotAboveZeroIsNoPosting() {
        assertThatThrownBy(() -> posting("Bank", 0, "C1", null)).hasMessageContaining("above zero");
    }

    private static Posting posting(String lender, long minor, @Nullable String caseRef, @Nullable String debtorRef) {
        return posting(lender, cny(minor), caseRef, debtorRef);
    }

    private static Posting posting(String lender, Money amount, @Nullable String caseRef, @Nullable String debtorRef) {
        return new Posting(lender, "R1", PostingKind.PAYMENT, amount, LocalDate.of(2026, 11, 20), caseRef, debtorRef,
                null, null);
    }

    private static Money cny(long minor) {
        return new Money(minor, Currency.getInstance("CNY"));
    }
}
