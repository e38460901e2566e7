package com.callfloor.dialer.store;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Disposition;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.dispositions.Details;
import com.callfloor.dialer.dispositions.WrapUp;
import com.callfloor.dialer.floor.AttemptLedger.Reservation;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.floor.LedgerUnavailable;
import com.callfloor.dialer.gateway.HttpWebhooks;
import com.callfloor.dialer.payments.Posting;
import com.callfloor.dialer.payments.PostingKind;
import com.callfloor.dialer.promises.Instalment;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.FollowUpSamples;
import com.callfloor.dialer.testing.HookReceiver;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import com.callfloor.dialer.webhooks.Courier;
import com.callfloor.dialer.webhooks.Delivery;
import com.callfloor.dialer.webhooks.DeliveryBook.Counts;
import com.callfloor.dialer.webhooks.DeliveryBook.Filter;
import com.callfloor.dialer.webhooks.DeliveryState;
import com.callfloor.dialer.webhooks.EventKind;
import com.callfloor.dialer.webhooks.Receiver;
import com.callfloor.dialer.webhooks.Receivers;
import com.callfloor.dialer.webhooks.SigningSecret;
import com.callfloor.recorder.audio.Levels;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.audio.SideLevels;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.vault.VaultKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Facts in a real database, told to a real HTTP receiver. */
@ExtendWith(DatabaseExtension.class)
class WebhooksIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Currency CNY = Currency.getInstance("CNY");
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    private static final Set<EventKind> ALL = EnumSet.complementOf(EnumSet.of(EventKind.TEST));

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final HookReceiver crm = new HookReceiver();
    private final HttpWebhooks http = new HttpWebhooks(Duration.ofSeconds(20));
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Books books;
    private final SqlDeliveryBook deliveries;
    private final Receiver receiver = receiver("crm", crm.url(), ALL);
    private final Receivers receivers = new Receivers(List.of(receiver));

    WebhooksIT(TestSchemas schemas) {
        books = new Books(schemas.migrated(clock));
        deliveries = new SqlDeliveryBook(books.database);
    }

    @AfterEach
    void stop() {
        crm.close();
        http.close();
        threads.shutdownNow();
    }

    private static Receiver receiver(String name, URI url, Set<EventKind> events, String... lenders) {
        return new Receiver(name, url, events, Set.of(lenders), List.of(SigningSecret.parse(HookReceiver.SECRET)));
    }

    private Outbox outbox(Receiver... told) {
        return new Outbox(told.length == 0 ? receivers : new Receivers(List.of(told)), clock);
    }

    private Courier courier() {
        return new Courier(receivers, deliveries, http, clock, new Random(7), threads);
    }

    private void write(Outbox outbox, FloorFact... facts) {
        var journal = new SqlFactJournal(books.database, outbox, new CaseSteering(books.database), fact -> {
        });
        List.of(facts).forEach(journal::write);
        assertThat(journal.close(Duration.ofSeconds(20))).isZero();
    }

    private AttemptId endedCall(Outbox outbox) throws LedgerUnavailable {
        AttemptId attempt = books.reserved().id();
        write(outbox, books.closed(attempt, Outcome.NO_ANSWER, clock.instant().plusSeconds(60)));
        return attempt;
    }

    private AttemptId endedCall() throws LedgerUnavailable {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        return endedCall(outbox());
    }

    private List<Delivery> all() {
        return deliveries.page(new Filter(Optional.empty(), Optional.empty()), null, 100);
    }

    private static JsonNode json(HookReceiver.Heard heard) throws Exception {
        return JSON.readTree(heard.body());
    }

    @Test
    void aCallThatEndedIsToldOnceAndSigned() throws Exception {
        AttemptId attempt = endedCall();

        courier().round(receiver);
        courier().round(receiver);

        assertThat(crm.heard()).singleElement().satisfies(heard -> {
            assertThat(heard.proven()).isTrue();
            assertThat(heard.timestamp()).isEqualTo(Long.toString(clock.instant().getEpochSecond()));
            JsonNode message = json(heard);
            assertThat(message.path("id").asText()).isEqualTo(heard.id());
            assertThat(message.path("type").asText()).isEqualTo("call.ended");
            assertThat(message.at("/data/case_ref").asText()).isEqualTo("C1");
            assertThat(message.at("/data/lender").asText()).isEqualTo("Lender");
            assertThat(message.at("/data/attempt_id").asText()).isEqualTo(attempt.toString());
            assertThat(message.at("/data/outcome").asText()).isEqualTo("no_answer");
            assertThat(heard.body()).doesNotContain("Debtor", Books.mobile(1).e164().substring(3));
        });
        assertThat(all()).singleElement().satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
            assertThat(delivery.lastStatus()).isEqualTo(204);
        });
    }

    @Test
    void aFactThatIsWrittenAgainIsNotToldAgain() throws Exception {
        AttemptId attempt = endedCall();

        write(outbox(), books.closed(attempt, Outcome.NO_ANSWER, clock.instant()));

        assertThat(all()).hasSize(1);
    }

    @Test
    void promisesPaymentsAndRecordingsAreTold() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        AgentId agent = books.agent("li", "1001");
        Reservation.Reserved reserved = books.reserved();
        AttemptId attempt = reserved.id();
        Instant at = clock.instant();
        WrapUp wrapUp = WrapUp.of(Disposition.PROMISE_TO_PAY, "", new Details.PromiseToPay(
                List.of(new Instalment(THURSDAY, new Money(50_000, CNY))), Optional.empty()));
        write(outbox(), new FloorFact.Answered(at, attempt), new FloorFact.Connected(at, attempt, agent),
                books.closed(attempt, Outcome.CONNECTED, at.plus(Duration.ofDays(1))),
                new FloorFact.Disposed(at, attempt, agent, wrapUp, FollowUpSamples.PLAN.after(wrapUp, at)));
        var side = new SideLevels(-30.5, -3.25, Duration.ofMillis(420), false);
        var stored = new StoredRecording(attempt.value(), "1",
                VaultKey.ofRecording(attempt.value(), at, RecordingFormat.WAV),
                RecordingFormat.WAV, "a".repeat(64), "b".repeat(64), 480_044, Duration.ofSeconds(30),
                new Levels(side, side), Set.of(), at);
        var register = new SqlRecordingRegister(books.database, outbox(),
                new RecordingChain(books.database, Optional.empty()));
        register.stored(stored, Waveforms.SAMPLE);
        register.stored(stored, Waveforms.SAMPLE);
        var payments = new SqlPaymentBook(books.database, Duration.ofDays(3), outbox());
        payments.write(List.of(posting("R1", 20_000), posting("R2", 1)), at);
        var promises = new SqlPromiseBook(books.database, FollowUpSamples.PLAN, outbox());
        promises.reconsider(reserved.card().id(), at);
        clock.pass(Duration.ofDays(6));
        promises.reconsider(reserved.card().id(), clock.instant());
        promises.reconsider(reserved.card().id(), clock.instant());
        payments.write(List.of(posting("R3", 30_000)), clock.instant());

        assertThat(all().reversed()).extracting(each -> each.kind().code())
                .containsExactly("call.ended", "promise.made", "recording.ready", "payment.matched", "payment.matched",
                        "promise.broken", "payment.matched");
        JsonNode made = JSON.readTree(all().reversed().get(1).body()).path("data");
        assertThat(made.at("/total/minor").asInt()).isEqualTo(50_000);
        assertThat(made.at("/instalments/0/date").asText()).isEqualTo("2026-11-26");
        JsonNode broken = JSON.readTree(all().reversed().get(5).body()).path("data");
        assertThat(broken.path("state").asText()).isEqualTo("partly_kept");
        assertThat(broken.at("/paid/minor").asInt()).isEqualTo(20_001);
        assertThat(broken.path("promise_id").asInt()).isEqualTo(made.path("promise_id").asInt());
    }

    private static Posting posting(String reference, long minor) {
        return new Posting("Lender", reference, PostingKind.PAYMENT, new Money(minor, CNY), LocalDate.of(2026, 11, 24),
                "C1", null, null, null);
    }

    @Test
    void aPromiseThatIsPaidIsToldAsKept() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        AgentId agent = books.agent("li", "1001");
        Reservation.Reserved reserved = books.reserved();
        Instant at = clock.instant();
        WrapUp wrapUp = WrapUp.of(Disposition.PROMISE_TO_PAY, "", new Details.PromiseToPay(
                List.of(new Instalment(THURSDAY, new Money(50_000, CNY))), Optional.empty()));
        Outbox kept = outbox(receiver("crm", crm.url(), EnumSet.of(EventKind.PROMISE_KEPT)));
        write(kept, new FloorFact.Answered(at, reserved.id()), new FloorFact.Connected(at, reserved.id(), agent),
                books.closed(reserved.id(), Outcome.CONNECTED, at.plus(Duration.ofDays(1))),
                new FloorFact.Disposed(at, reserved.id(), agent, wrapUp, FollowUpSamples.PLAN.after(wrapUp, at)));
        new SqlPaymentBook(books.database, Duration.ofDays(3), kept).write(List.of(posting("R1", 50_000)), at);
        new SqlPromiseBook(books.database, FollowUpSamples.PLAN, kept).reconsider(reserved.card().id(), at);

        assertThat(all()).singleElement()
                .satisfies(each -> assertThat(each.kind()).isEqualTo(EventKind.PROMISE_KEPT));
    }

    @Test
    void nothingIsWrittenWhereNobodyWantsIt() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)), Books.row("C2", "D2", Books.mobile(2)));

        endedCall(outbox(receiver("other", crm.url(), EnumSet.of(EventKind.PROMISE_MADE))));
        endedCall(outbox(receiver("harbour", crm.url(), ALL, "Harbour Bank")));

        assertThat(all()).isEmpty();
    }

    @Test
    void aFactThatIsUndoneIsNotTold() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)));
        AttemptId attempt = books.reserved().id();

        assertThatThrownBy(() -> books.database.jdbi().useTransaction(handle -> {
            new FactStatements(handle, "11111111-1111-1111-1111-111111111111", outbox(),
                    new CaseSteering(books.database)).write(1,
                            books.closed(attempt, Outcome.NO_ANSWER, clock.instant()));
            throw new IllegalStateException("the node dies before it commits");
        })).hasMessageContaining("dies");

        assertThat(all()).isEmpty();
        assertThat(books.one(String.class, "SELECT state FROM attempts")).isEqualTo("reserved");
    }

    @Test
    void aReceiverThatFailsTwiceGetsTheSameMessageAThirdTime() throws Exception {
        crm.then(500, 503);
        endedCall();

        courier().round(receiver);
        assertThat(crm.heard()).hasSize(1);
        courier().round(receiver);
        assertThat(crm.heard()).as("not before its time").hasSize(1);
        clock.pass(Duration.ofSeconds(6));
        courier().round(receiver);
        clock.pass(Duration.ofSeconds(36));
        courier().round(receiver);

        assertThat(crm.heard()).hasSize(3).allMatch(HookReceiver.Heard::proven);
        assertThat(crm.heard()).extracting(HookReceiver.Heard::id).containsOnly(crm.heard().getFirst().id());
        assertThat(crm.heard()).extracting(HookReceiver.Heard::body).containsOnly(crm.heard().getFirst().body());
        assertThat(all().getFirst().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(all().getFirst().tries()).isEqualTo(3);
    }

    @Test
    void aMessageThatIsNeverTakenIsDeadUntilSomebodySendsItAgain() throws Exception {
        crm.always(500);
        endedCall();
        for (int i = 0; i < 8; i++) {
            courier().round(receiver);
            clock.pass(Duration.ofHours(30));
        }

        Delivery dead = deliveries
                .page(new Filter(Optional.of(DeliveryState.DEAD), Optional.of("crm")), null, 10)
                .getFirst();
        assertThat(dead.tries()).isEqualTo(8);
        assertThat(dead.lastProblem()).isEqualTo("HTTP status 500");
        assertThat(deliveries.counts()).containsEntry("crm", new Counts(0, 1));
        courier().round(receiver);
        assertThat(crm.heard()).hasSize(8);

        crm.always(200);
        deliveries.resend(dead.id(), clock.instant());
        courier().round(receiver);

        assertThat(all().getFirst().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(crm.heard()).hasSize(9);
        assertThat(crm.heard().getLast().id()).isEqualTo(dead.messageId());
    }

    @Test
    void aDeadMessageThatIsSentAgainHasAllItsTriesAnew() throws Exception {
        crm.always(500);
        endedCall();
        for (int i = 0; i < 8; i++) {
            courier().round(receiver);
            clock.pass(Duration.ofHours(30));
        }

        deliveries.resend(all().getFirst().id(), clock.instant());
        courier().round(receiver);

        assertThat(all().getFirst().tries()).isEqualTo(1);
        assertThat(all().getFirst().state()).isEqualTo(DeliveryState.PENDING);
    }

    @Test
    void aNodeThatDiesWithMessagesInItsHandLeavesThemToTheNext() throws Exception {
        endedCall();
        Instant now = clock.instant();
        assertThat(deliveries.take("crm", 10, now, now.plus(Duration.ofMinutes(3)))).hasSize(1);

        courier().round(receiver);
        assertThat(crm.heard()).as("it is in somebody's hand").isEmpty();
        clock.pass(Duration.ofMinutes(3));
        courier().round(receiver);

        assertThat(crm.heard()).hasSize(1);
    }

    @Test
    void aReceiverThatSaysNothingIsGivenUpOnInTime() throws Exception {
        crm.silent();
        endedCall();

        try (var impatient = new HttpWebhooks(Duration.ofMillis(300))) {
            new Courier(receivers, deliveries, impatient, clock, new Random(7), threads).round(receiver);
        }

        assertThat(all().getFirst().lastStatus()).isNull();
        assertThat(all().getFirst().lastProblem()).isNotBlank();
        assertThat(all().getFirst().state()).isEqualTo(DeliveryState.PENDING);
    }

    @Test
    void aReceiverThatIsGoneIsToldNothingUntilItTakesATest() throws Exception {
        crm.always(410);
        books.take(Books.row("C1", "D1", Books.mobile(1)), Books.row("C2", "D2", Books.mobile(2)),
                Books.row("C3", "D3", Books.mobile(3)), Books.row("C4", "D4", Books.mobile(4)));
        endedCall(outbox());
        endedCall(outbox());
        courier().round(receiver);

        assertThat(all()).allMatch(each -> each.state() == DeliveryState.DEAD).hasSize(2);
        assertThat(deliveries.goneSince(receiver)).contains(clock.instant());
        endedCall(outbox());
        assertThat(all()).as("nothing more is written for it").hasSize(2);

        crm.always(200);
        deliveries.test(receiver, clock.instant());
        courier().round(receiver);
        assertThat(deliveries.goneSince(receiver)).isEmpty();
        assertThat(json(crm.heard().getLast()).path("type").asText()).isEqualTo("test");
        endedCall(outbox());
        courier().round(receiver);
        assertThat(json(crm.heard().getLast()).path("type").asText()).isEqualTo("call.ended");
    }

    @Test
    void aReceiverWithANewUrlIsNotGone() throws Exception {
        crm.always(410);
        endedCall();
        courier().round(receiver);

        assertThat(deliveries.goneSince(receiver("crm", URI.create("https://new.example/"), ALL))).isEmpty();
    }

    @Test
    void twoNodesNeverTakeTheSameMessage() throws Exception {
        books.take(Books.row("C1", "D1", Books.mobile(1)), Books.row("C2", "D2", Books.mobile(2)));
        endedCall(outbox());
        endedCall(outbox());
        Instant now = clock.instant();
        Instant until = now.plusSeconds(60);

        List<Delivery> one = deliveries.take("crm", 1, now, until);
        List<Delivery> other = deliveries.take("crm", 10, now, until);

        assertThat(one).hasSize(1);
        assertThat(other).hasSize(1).doesNotContainAnyElementsOf(one);
        assertThat(deliveries.take("crm", 10, now, until)).isEmpty();
    }

    @Test
    void whatWasDeliveredLongAgoIsForgotten() throws Exception {
        endedCall();
        courier().round(receiver);
        Instant then = clock.instant();

        assertThat(deliveries.clean(then, then)).isZero();
        assertThat(deliveries.clean(then.plusSeconds(1), then)).isOne();
        assertThat(all()).isEmpty();
    }
}
