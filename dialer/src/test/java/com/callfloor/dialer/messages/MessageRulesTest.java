package com.callfloor.dialer.messages;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.RulePackFile;
import com.callfloor.dialer.dispositions.FollowUpPlan;
import com.callfloor.dialer.rules.CallQuestion;
import com.callfloor.dialer.rules.CallingRules;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.history.CallHistory;
import com.callfloor.dialer.rules.history.CallResult;
import com.callfloor.dialer.rules.history.Callee;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.rules.history.Direction;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.history.LineKind;
import com.callfloor.dialer.rules.history.PastCall;
import com.callfloor.dialer.rules.history.StandingFact;
import com.callfloor.dialer.rules.pack.PackTerm;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the shipped packs say of messages, asked as they are. */
class MessageRulesTest {
    private static final RulePackFile FILE = new RulePackFile(Path.of("..", "config", "rules"),
            Path.of("..", "config", "calendars"));
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BOSTON = ZoneId.of("America/New_York");
    private static final Callee DEBTOR = new Callee(1, 1, 1, 1, 1, LineKind.MOBILE);

    private final List<PastCall> past = new ArrayList<>();
    private final List<StandingFact> facts = new ArrayList<>();

    @Test
    void aMessageIsUnderTheHoursOfACallWhereThePackSaysNothingOfMessages() throws Exception {
        Decision night = ask(Channel.SMS, SHANGHAI, "2026-11-23T21:30", "cn", "floor");
        Decision noon = ask(Channel.SMS, SHANGHAI, "2026-11-23T12:00", "cn", "floor");

        assertThat(night.deniedBy()).containsExactly("FLOOR-HOURS");
        assertThat(night.verdict()).isEqualTo(new Verdict.NotBefore(at(SHANGHAI, "2026-11-24T08:00")));
        assertThat(noon.allowed()).isTrue();
    }

    @Test
    void itMustArriveWithinTheHoursNotOnlyLeave() throws Exception {
        assertThat(ask(Channel.SMS, SHANGHAI, "2026-11-23T20:58:30", "floor").deniedBy())
                .containsExactly("FLOOR-HOURS");
    }

    @ParameterizedTest
    @EnumSource(value = FactKind.class, names = {"CEASE", "ATTORNEY", "DISPUTE", "BANKRUPTCY", "DECEASED", "MINOR",
            "WRONG_PARTY", "REFUSED", "INCONVENIENT", "DO_NOT_CALL", "NO_MESSAGES"})
    void whatKeepsFromCallingKeepsFromWriting(FactKind kind) throws Exception {
        facts.add(fact(kind));

        assertThat(ask(Channel.SMS, SHANGHAI, "2026-11-23T12:00", "cn", "floor").allowed()).isFalse();
        assertThat(ask(Channel.EMAIL, SHANGHAI, "2026-11-23T12:00", "cn", "floor").allowed()).isFalse();
    }

    @Test
    void stopEndsMessagesAndInTheUnitedStatesCallsToo() throws Exception {
        facts.add(fact(FactKind.NO_MESSAGES));

        assertThat(ask(Channel.CALL, SHANGHAI, "2026-11-23T12:00", "cn", "floor").allowed()).isTrue();
        assertThat(ask(Channel.CALL, BOSTON, "2026-11-23T12:00", "us").deniedBy()).containsExactly("US-T-STOP");
    }

    @Test
    void inTheUnitedStatesOnlyWhoAgreedToMessagesIsWrittenTo() throws Exception {
        assertThat(ask(Channel.SMS, BOSTON, "2026-11-23T12:00", "us").deniedBy()).containsExactly("US-F-MESSAGES");
        facts.add(fact(FactKind.MESSAGE_CONSENT));

        assertThat(ask(Channel.SMS, BOSTON, "2026-11-23T12:00", "us").allowed()).isTrue();
        assertThat(ask(Channel.CALL, BOSTON, "2026-11-23T12:00", "us").allowed()).isTrue();
    }

    @Test
    void aMessageCountsForCallsWhereThePackCountsCommunicationsAndNowhereElse() throws Exception {
        facts.add(fact(FactKind.MESSAGE_CONSENT));
        past.add(past(BOSTON, "2026-11-22T12:00", Channel.SMS));
        past.add(past(BOSTON, "2026-11-22T13:00", Channel.CALL));

        assertThat(ask(Channel.CALL, BOSTON, "2026-11-23T12:00", "us", "us-ma").deniedBy())
                .containsExactly("US-MA-FREQ");
        assertThat(ask(Channel.SMS, BOSTON, "2026-11-23T12:00", "us", "us-ma").deniedBy())
                .containsExactly("US-MA-FREQ");
        assertThat(ask(Channel.CALL, BOSTON, "2026-11-23T12:00", "us").allowed()).isTrue();
    }

    @Test
    void theFloorsOwnCapsOnMessagesLeaveCallsAloneAndCallsLeaveThemAlone() throws Exception {
        past.add(past(SHANGHAI, "2026-11-23T09:00", Channel.SMS));

        assertThat(ask(Channel.SMS, SHANGHAI, "2026-11-23T12:00", "floor").deniedBy())
                .containsExactly("FLOOR-MESSAGE-DAY");
        assertThat(ask(Channel.CALL, SHANGHAI, "2026-11-23T12:00", "floor").allowed()).isTrue();
        past.clear();
        for (int hour = 9; hour < 12; hour++) {
            past.add(past(SHANGHAI, "2026-11-23T%02d:00".formatted(hour), Channel.CALL));
        }

        assertThat(ask(Channel.SMS, SHANGHAI, "2026-11-23T12:00", "floor").allowed()).isTrue();
        assertThat(ask(Channel.CALL, SHANGHAI, "2026-11-23T12:00", "floor").deniedBy())
                .containsExactly("FLOOR-DEBTOR-DAY", "FLOOR-NUMBER-DAY");
    }

    @Test
    void whereNoRuleNamesHoursNothingIsSent() throws Exception {
        Decision decision = ask(Channel.SMS, SHANGHAI, "2026-11-23T12:00");

        assertThat(decision.deniedBy()).containsExactly("NO-HOURS");
        assertThat(decision.verdict()).isEqualTo(new Verdict.Deny());
    }

    @Test
    void aCaseThatWaitsIsHeldUntilThenAndForGoodWhereItWaitsForAnAnswer() throws Exception {
        Instant monday = at(SHANGHAI, "2026-11-23T12:00");
        Decision allowed = decide(Channel.SMS, SHANGHAI, monday, "floor");

        Decision waits = MessageRules.judge(allowed, Channel.SMS, Optional.of(monday.plusSeconds(600)));
        Decision forGood = MessageRules.judge(allowed, Channel.SMS, Optional.of(FollowUpPlan.FOR_GOOD));

        assertThat(waits.verdict()).isEqualTo(new Verdict.NotBefore(monday.plusSeconds(600)));
        assertThat(waits.deniedBy()).containsExactly("CASE-WAITS");
        assertThat(forGood.verdict()).isEqualTo(new Verdict.Deny());
        assertThat(MessageRules.judge(allowed, Channel.SMS, Optional.of(monday)).allowed()).as("it waited until now")
                .isTrue();
    }

    @Test
    void whatMayGoOnlyWhenItMeansNothingAnyMoreIsRefusedInsteadOfHeld() throws Exception {
        Decision night = ask(Channel.SMS, SHANGHAI, "2026-11-23T22:30", "floor");
        Instant morning = at(SHANGHAI, "2026-11-24T08:00");

        assertThat(MessageRules.outcome(night, morning.plusSeconds(1)))
                .isEqualTo(new MessageRules.Outcome.Hold(morning, Words.same("FLOOR-HOURS")));
        assertThat(MessageRules.outcome(night, morning)).isInstanceOf(MessageRules.Outcome.Refuse.class);
    }

    @Test
    void consentToACallLiftsNothingForAMessageAndNoMessageUsesItUp() throws Exception {
        facts.add(new StandingFact(FactKind.CONSENT, at(SHANGHAI, "2026-11-22T12:00"), 1, 1, 1L, null, null,
                Set.of("CN-GB-TIME", "CN-CBA-TIME")));
        past.add(past(SHANGHAI, "2026-11-22T13:00", Channel.SMS));

        assertThat(ask(Channel.SMS, SHANGHAI, "2026-11-23T22:30", "cn").deniedBy())
                .containsExactly("CN-GB-TIME", "CN-CBA-TIME");
        assertThat(ask(Channel.CALL, SHANGHAI, "2026-11-23T22:30", "cn").allowed()).isTrue();
    }

    @Test
    void noAgentIsHeldForAMessage() {
        assertThatThrownBy(() -> new CallQuestion(Instant.EPOCH, Duration.ZERO, DEBTOR, Set.of(SHANGHAI),
                CallHistory.none(), List.of(), true, Channel.SMS)).isInstanceOf(IllegalArgumentException.class);
    }

    private Decision ask(Channel channel, ZoneId zone, String local, String... packs) throws ConfigProblem {
        Decision decision = decide(channel, zone, at(zone, local), packs);
        return channel.isMessage() ? MessageRules.judge(decision, channel, Optional.empty()) : decision;
    }

    private Decision decide(Channel channel, ZoneId zone, Instant at, String... packs) throws ConfigProblem {
        List<PackTerm> terms = new ArrayList<>();
        for (String pack : Stream.concat(Stream.of("facts"), Stream.of(packs)).toList()) {
            terms.add(PackTerm.current(FILE.read(pack)));
        }
        return new CallingRules(terms).decide(new CallQuestion(at, Duration.ofMinutes(2), DEBTOR, Set.of(zone),
                CallHistory.of(past), facts, false, channel));
    }

    private static Instant at(ZoneId zone, String local) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static PastCall past(ZoneId zone, String local, Channel channel) {
        return new PastCall(at(zone, local), DEBTOR, Direction.OUT,
                channel.isMessage() ? CallResult.VOICEMAIL : CallResult.NO_ANSWER, true, channel);
    }

    private static StandingFact fact(FactKind kind) {
        return new StandingFact(kind, Instant.parse("2026-11-01T00:00:00Z"), 1, 1, 1L, null, null, Set.of());
    }
}
