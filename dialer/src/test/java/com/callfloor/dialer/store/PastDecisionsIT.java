package com.callfloor.dialer.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.floor.AttemptLedger;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.rules.CallingRules;
import com.callfloor.dialer.rules.PackChoice;
import com.callfloor.dialer.rules.PackChoice.Assignments;
import com.callfloor.dialer.rules.books.FactBook.NewFact;
import com.callfloor.dialer.rules.books.PastDecisions.Made;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.pack.PackTerm;
import com.callfloor.dialer.rules.replay.WhatIf;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Packs that are asked about the past answer from the books as they were. */
@ExtendWith(DatabaseExtension.class)
class PastDecisionsIT {
    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;

    PastDecisionsIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(clock));
    }

    @Test
    void theSamePacksSayTheSameAgainThoughTheFactWasWithdrawnSince() throws Exception {
        AttemptLedger ledger = books.ledger(TestPacks.facts());
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        var facts = new SqlFactBook(books.database);
        clock.pass(Duration.ofMinutes(1));
        long cease = facts
                .note(new NewFact("C1", FactKind.CEASE, clock.instant(), null, null, null, Set.of(), "letter 1",
                        "li"))
                .orElseThrow()
                .id();
        clock.pass(Duration.ofMinutes(1));
        books.reserve(ledger);
        clock.pass(Duration.ofMinutes(1));
        facts.withdraw(cease, "li", "noted for the wrong debtor");
        clock.pass(Duration.ofMinutes(1));
        var freed = (Reservation.Reserved) books.reserve(ledger);
        books.write(books.closed(freed.id(), Outcome.BUSY, clock.instant()));
        clock.pass(Duration.ofDays(1));

        WhatIf whatIf = new WhatIf(new CallingRules(List.of(PackTerm.current(TestPacks.facts()))));
        List<Made> made = new ArrayList<>();
        past().each(Books.MONDAY_NOON, each -> {
            made.add(each);
            whatIf.compare(each);
        });

        assertThat(made).extracting(Made::caseRef, Made::allowed, Made::rule)
                .containsExactly(tuple("C1", false, "FACT-CEASE"), tuple("C1", true, ""));
        assertThat(whatIf.difference()).satisfies(same -> {
            assertThat(same.asked()).isEqualTo(2);
            assertThat(same.allowedThen()).isEqualTo(1);
            assertThat(same.newlyAllowed()).isZero();
            assertThat(same.noLonger()).isZero();
        });
    }

    @Test
    void theCallThatFoundANumberOutOfServiceIsAskedAboutTooAndNoLaterOne() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1), Books.mobile(2)));
        Reservation.Reserved dead = books.reserved();
        clock.pass(Duration.ofMinutes(1));
        books.write(books.closed(dead.id(), Outcome.INVALID, clock.instant()));
        clock.pass(Duration.ofMinutes(1));
        Reservation.Reserved other = books.reserved();

        List<Made> made = new ArrayList<>();
        past().each(Books.MONDAY_NOON, made::add);

        assertThat(List.of(dead.number(), other.number())).containsExactly(Books.mobile(1), Books.mobile(2));
        assertThat(made).extracting(each -> each.question().at()).containsExactly(dead.at(), other.at());
        var desk = new SqlRulesDesk(books.database, Books.rules(Books::allow));
        assertThat(desk.ask("C1", Optional.empty(), dead.at(), Books.LATEST_ANSWER).orElseThrow()).hasSize(2);
        assertThat(desk.ask("C1", Optional.empty(), other.at(), Books.LATEST_ANSWER).orElseThrow()).hasSize(1);
    }

    private SqlPastDecisions past() throws Exception {
        var everywhere = new Assignments(List.of("facts"), Map.of(), Map.of(), Map.of(), List.of(), List.of(),
                Set.of());
        var packs = new PackChoice(everywhere, Map.of("facts", List.of(PackTerm.current(TestPacks.facts()))));
        return new SqlPastDecisions(books.database, packs, (declared, region, number) -> Set.of(Books.SHANGHAI), "CN",
                Books.LATEST_ANSWER);
    }
}
