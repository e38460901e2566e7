package com.callfloor.dialer.rules;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;

import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.history.CallResult;
import com.callfloor.dialer.rules.history.DailyWindow;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.history.LineKind;
import com.callfloor.dialer.rules.pack.RulePack;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static com.callfloor.dialer.rules.Scenario.aboutDebt;
import static com.callfloor.dialer.rules.Scenario.debtor;
import static com.callfloor.dialer.rules.Scenario.onNumber;
import static com.callfloor.dialer.rules.Scenario.under;
import static org.assertj.core.api.Assertions.assertThat;

/** The doubtful cases of the calling rules and the conservative answer to each, under the packs as shipped. */
class CallingRulesEdgeCasesTest {
    private static final String NEW_YORK = "America/New_York";
    private static final String LOS_ANGELES = "America/Los_Angeles";
    private static final String SHANGHAI = "Asia/Shanghai";

    @Nested
    @DisplayName("1. Clocks that change")
    class ClocksThatChange {
        @Test
        void aWindowIsOnTheWallClockBeforeAndAfterTheChange() throws Exception {
            Scenario scenario = under("us").in(NEW_YORK);

            assertThat(scenario.whenAsked(Instant.parse("2026-03-07T13:00:01Z")).allowed()).isTrue();
            assertThat(scenario.whenAsked(Instant.parse("2026-03-08T12:00:01Z")).allowed()).isTrue();
            assertThat(scenario.whenAsked(Instant.parse("2026-03-07T12:00:01Z")).deniedBy())
                    .containsExactly("US-F-TIME");
        }

        @Test
        void sevenDaysHoldInElapsedHoursWhereADayIsShort() throws Exception {
            Scenario scenario = under("us").in(NEW_YORK).given("2026-03-04T10:00", CallResult.CONVERSATION);

            Decision aWeekLaterByTheClock = scenario.whenAskedAt("2026-03-11T10:00:00");

            assertThat(aWeekLaterByTheClock.deniedBy()).containsExactly("US-F-COOL");
            assertThat(aWeekLaterByTheClock.verdict()).isEqualTo(scenario.notBefore("2026-03-11T11:00:00"));
            assertThat(scenario.whenAskedAt("2026-03-11T11:00:00").allowed()).isTrue();
        }

        @Test
        void sevenDaysHoldInLocalDatesWhereADayIsLong() throws Exception {
            Scenario scenario = under("us-nyc").in(NEW_YORK).given(3, "2026-10-28T00:10", CallResult.NO_ANSWER);

            Decision afterSevenTimes24Hours = scenario.whenAskedAt("2026-11-03T23:45");

            assertThat(afterSevenTimes24Hours.deniedBy()).containsExactly("US-NYC-FREQ");
            assertThat(afterSevenTimes24Hours.verdict()).isEqualTo(scenario.notBefore("2026-11-04T00:00"));
        }

        @Test
        void theDayOfAConversationIsDayOne() throws Exception {
            Scenario scenario = under("us").in(NEW_YORK).given("2026-06-01T20:00", CallResult.CONVERSATION);

            assertThat(scenario.whenAskedAt("2026-06-08T19:59:29").deniedBy()).containsExactly("US-F-COOL");
            assertThat(scenario.whenAskedAt("2026-06-08T20:00:00").allowed()).isTrue();
        }
    }

    @Nested
    @DisplayName("2. More than one zone")
    class MoreThanOneZone {
        @Test
        void allOfThemMustPermit() throws Exception {
            Scenario scenario = under("us").in(NEW_YORK, LOS_ANGELES);

            Decision morningInNewYork = scenario.whenAskedAt("2026-06-01T08:00:01");

            assertThat(morningInNewYork.deniedBy()).containsExactly("US-F-TIME");
            assertThat(morningInNewYork.verdict()).isEqualTo(scenario.notBefore("2026-06-01T11:00:01"));
            assertThat(scenario.whenAskedAt("2026-06-01T20:59:29").allowed()).isTrue();
            assertThat(scenario.whenAskedAt("2026-06-01T21:00:00").deniedBy()).containsExactly("US-F-TIME");
        }

        @Test
        void aDayIsOverWhenItIsOverInAllOfThem() throws Exception {
            Scenario scenario = under("cn").in(SHANGHAI, "Europe/London").given(6, "2026-06-01T17:00", CallResult.BUSY);

            Decision nextMorningInShanghai = scenario.whenAskedAt("2026-06-02T06:30");

            assertThat(nextMorningInShanghai.deniedBy()).contains("CN-CBA-ATT");
            assertThat(nextMorningInShanghai.verdict()).isEqualTo(scenario.notBefore("2026-06-02T15:00"));
        }

        @Test
        void noneKnownMeansNoCall() throws Exception {
            Decision decision = under("us").whenAsked(Instant.parse("2026-06-01T16:00:00Z"));

            assertThat(decision.verdict()).isEqualTo(new Verdict.Deny());
            assertThat(decision.deniedBy()).containsExactly("ZONE-UNKNOWN");
        }
    }

    @Nested
    @DisplayName("3. The edges of the hours")
    class EdgesOfTheHours {
        @ParameterizedTest
        @CsvSource({"07:59:59, false", "08:00:00, false", "08:00:01, true", "20:59:29, true", "20:59:30, false",
                "20:59:50, false", "21:00:00, false"})
        void anOpenIntervalHoldsUntilTheLatestAnswer(String time, boolean allowed) throws Exception {
            Scenario scenario = under("us").in(NEW_YORK);

            Decision decision = scenario.whenAskedAt("2026-06-01T" + time);

            assertThat(decision.allowed()).isEqualTo(allowed);
        }

        @Test
        void theFirstInstantAfterEightIsNamedToTheSecond() throws Exception {
            Scenario scenario = under("us").in(NEW_YORK);

            assertThat(scenario.whenAskedAt("2026-06-01T08:00:00").verdict())
                    .isEqualTo(scenario.notBefore("2026-06-01T08:00:01"));
            assertThat(scenario.whenAskedAt("2026-06-01T20:59:50").verdict())
                    .isEqualTo(scenario.notBefore("2026-06-02T08:00:01"));
        }

        @Test
        void aClosedIntervalBeginsOnTheHour() throws Exception {
            Scenario scenario = under("cn").in(SHANGHAI);

            assertThat(scenario.whenAskedAt("2026-06-01T08:00:00").allowed()).isTrue();
            assertThat(scenario.whenAskedAt("2026-06-01T21:59:30").deniedBy())
                    .containsExactly("CN-GB-TIME", "CN-CBA-TIME");
        }
    }

    @Nested
    @DisplayName("4. Calls that never rang")
    class NeverRang {
        @ParameterizedTest
        @EnumSource(names = {"BUSY", "INVALID"})
        void busyOrNotInServiceIsNotCountedFederally(CallResult result) throws Exception {
            Scenario scenario = under("us").in(NEW_YORK).givenNeverRang(9, "2026-06-01T10:00", result);

            assertThat(scenario.whenAskedAt("2026-06-01T12:00").allowed()).isTrue();
        }

        @ParameterizedTest
        @EnumSource(names = {"BUSY", "INVALID"})
        void ifItRangItCounts(CallResult result) throws Exception {
            Scenario scenario = under("us").in(NEW_YORK).given(7, "2026-06-01T10:00", result);

            assertThat(scenario.whenAskedAt("2026-06-01T12:00").deniedBy()).containsExactly("US-F-7/7");
        }

        @ParameterizedTest
        @EnumSource(names = {"NO_ANSWER", "VOICEMAIL", "FAILED"})
        void everythingElseCountsEvenIfItIsNotKnownToHaveRung(CallResult result) throws Exception {
            Scenario scenario = under("us").in(NEW_YORK).givenNeverRang(7, "2026-06-01T10:00", result);

            assertThat(scenario.whenAskedAt("2026-06-01T12:00").deniedBy()).containsExactly("US-F-7/7");
        }

        @Test
        void inChinaEveryDispatchCounts() throws Exception {
            Scenario scenario = under("cn").in(SHANGHAI).givenNeverRang(6, "2026-06-01T10:00", CallResult.BUSY);

            assertThat(scenario.whenAskedAt("2026-06-01T12:00").deniedBy()).containsExactly("CN-CBA-ATT");
        }
    }

    @Nested
    @DisplayName("5. Two debts of one debtor")
    class TwoDebts {
        @Test
        void aConversationRestsItsOwnDebtOnly() throws Exception {
            Scenario scenario = under("us").in(NEW_YORK)
                    .given("2026-06-01T10:00", aboutDebt(11), CallResult.CONVERSATION);

            assertThat(scenario.calling(aboutDebt(11)).whenAskedAt("2026-06-02T12:00").deniedBy())
                    .containsExactly("US-F-COOL");
            assertThat(scenario.calling(aboutDebt(12)).whenAskedAt("2026-06-02T12:00").allowed()).isTrue();
        }

        @Test
        void aCallAboutBothCountsForEach() throws Exception {
            Scenario scenario = under("us").in(NEW_YORK)
                    .given("2026-06-01T10:00", aboutDebt(11), CallResult.CONVERSATION)
                    .given("2026-06-01T10:00", aboutDebt(12), CallResult.CONVERSATION);

            assertThat(scenario.calling(aboutDebt(12)).whenAskedAt("2026-06-02T12:00").deniedBy())
                    .containsExactly("US-F-COOL");
        }

        @Test
        void theChineseCapIsThePersons() throws Exception {
            Scenario scenario = under("cn").in(SHANGHAI)
                    .given("2026-06-01T10:00", aboutDebt(11), CallResult.ANSWERED)
                    .given("2026-06-01T11:00", aboutDebt(12), CallResult.ANSWERED)
                    .given("2026-06-01T12:00", aboutDebt(11), CallResult.CONVERSATION);

            assertThat(scenario.calling(aboutDebt(13)).whenAskedAt("2026-06-01T15:00").deniedBy())
                    .containsExactly("CN-GB-FREQ");
        }
    }

    @Nested
    @DisplayName("6. Two debtors, one phone")
    class TwoDebtorsOnePhone {
        @Test
        void theNumbersCapIsShared() throws Exception {
            Scenario scenario = under("cn").in(SHANGHAI)
                    .given(3, "2026-06-01T09:00", debtor(1, 101), CallResult.NO_ANSWER, true)
                    .given(3, "2026-06-01T10:00", debtor(2, 101), CallResult.NO_ANSWER, true);

            assertThat(scenario.calling(debtor(1, 101)).whenAskedAt("2026-06-01T12:00").deniedBy())
                    .containsExactly("CN-CBA-ATT");
            assertThat(scenario.calling(debtor(1, 102)).whenAskedAt("2026-06-01T12:00").allowed()).isTrue();
        }

        @Test
        void aRefusalOnTheNumberIsForBoth() throws Exception {
            Scenario scenario = under("us").in(NEW_YORK)
                    .givenFact(FactKind.REFUSED, "2026-06-01T09:00", 2, 101L, null);

            Decision theOtherDebtor = scenario.calling(debtor(1, 101)).whenAskedAt("2026-06-01T12:00");

            assertThat(theOtherDebtor.deniedBy()).containsExactly("FACT-REFUSED", "US-T-REV");
            assertThat(theOtherDebtor.verdict()).isEqualTo(new Verdict.Deny());
            assertThat(scenario.calling(debtor(2, 102)).whenAskedAt("2026-06-01T12:00").allowed()).isTrue();
        }
    }

    @Nested
    @DisplayName("7. A call-back that was asked for")
    class RequestedCallBack {
        private static final long NUMBER = 101L;

        private Scenario rested() throws Exception {
            return under("us").in(NEW_YORK).given("2026-06-01T10:00", CallResult.CONVERSATION);
        }

        @Test
        void recordedConsentLiftsTheRulesItNames() throws Exception {
            Scenario scenario = rested().givenConsent("2026-06-01T10:05", NUMBER, null, "US-F-COOL", "US-F-7/7");

            assertThat(scenario.whenAskedAt("2026-06-02T12:00").allowed()).isTrue();
        }

        @Test
        void aRuleThatItDoesNotNameStays() throws Exception {
            Scenario scenario = rested().givenConsent("2026-06-01T10:05", NUMBER, null, "US-F-7/7");

            assertThat(scenario.whenAskedAt("2026-06-02T12:00").deniedBy()).containsExactly("US-F-COOL");
        }

        @Test
        void aRuleThatNoConsentLiftsStaysThoughItBeNamed() throws Exception {
            Scenario scenario = rested().givenConsent("2026-06-01T10:05", NUMBER, null, "US-F-COOL", "US-F-TIME");

            assertThat(scenario.whenAskedAt("2026-06-01T22:00").deniedBy()).containsExactly("US-F-TIME");
        }

        @Test
        void itHoldsSevenDaysToTheSecond() throws Exception {
            Scenario scenario = under("us").in(NEW_YORK)
                    .givenConsent("2026-06-01T10:05", NUMBER, null)
                    .given("2026-05-31T10:00", aboutDebt(11), CallResult.VOICEMAIL)
                    .givenTheyCalled("2026-06-07T18:00", CallResult.CONVERSATION);

            assertThat(scenario.whenAskedAt("2026-06-08T10:05:00").allowed()).isTrue();
            assertThat(scenario.whenAskedAt("2026-06-08T10:05:01").deniedBy()).containsExactly("US-F-COOL");
        }

        @Test
        void theFirstCallUsesItUpWhateverCameOfIt() throws Exception {
            Scenario scenario = rested().givenConsent("2026-06-01T10:05", NUMBER, null)
                    .given("2026-06-02T12:00", CallResult.BUSY);

            assertThat(scenario.whenAskedAt("2026-06-02T12:30").deniedBy()).containsExactly("US-F-COOL");
        }

        @Test
        void itIsForItsNumberAndDebtOnly() throws Exception {
            Scenario scenario = rested().given("2026-06-01T10:01", aboutDebt(12), CallResult.CONVERSATION)
                    .givenConsent("2026-06-01T10:05", NUMBER, null);

            assertThat(scenario.calling(onNumber(102, LineKind.MOBILE)).whenAskedAt("2026-06-02T12:00").deniedBy())
                    .containsExactly("US-F-COOL");
            assertThat(scenario.calling(aboutDebt(12)).whenAskedAt("2026-06-02T12:00").deniedBy())
                    .containsExactly("US-F-COOL");
        }

        @Test
        void theAgreedHoursAreKept() throws Exception {
            DailyWindow afternoon = DailyWindow.daily(LocalTime.of(14, 0), LocalTime.of(15, 0));
            Scenario scenario = rested().givenConsent("2026-06-01T10:05", NUMBER, afternoon);

            Decision early = scenario.whenAskedAt("2026-06-02T12:00");

            assertThat(early.deniedBy()).containsExactly("US-F-COOL");
            assertThat(early.verdict()).isEqualTo(scenario.notBefore("2026-06-02T14:00"));
            assertThat(scenario.whenAskedAt("2026-06-02T14:59:29").allowed()).isTrue();
            assertThat(scenario.whenAskedAt("2026-06-02T14:59:30").deniedBy()).containsExactly("US-F-COOL");
        }

        @Test
        void theCallPlacedWithItDoesNotCountTowardsSeven() throws Exception {
            Scenario six = under("us").in(NEW_YORK)
                    .given(6, "2026-06-01T10:00", CallResult.NO_ANSWER)
                    .given("2026-06-01T12:00", CallResult.NO_ANSWER);
            assertThat(six.whenAskedAt("2026-06-01T14:00").deniedBy()).containsExactly("US-F-7/7");

            Scenario consented = six.givenConsent("2026-06-01T11:00", NUMBER, null);

            assertThat(consented.whenAskedAt("2026-06-01T14:00").allowed()).isTrue();
        }
    }

    @Nested
    @DisplayName("8. The wrong party")
    class WrongParty {
        @Test
        void theNumberIsSuppressedAtOnceWhoeverIsWanted() throws Exception {
            Scenario scenario = under("us").in(NEW_YORK)
                    .givenFact(FactKind.WRONG_PARTY, "2026-06-01T12:00", 2, 101L, null);

            assertThat(scenario.calling(debtor(1, 101)).whenAskedAt("2026-06-01T12:00").deniedBy())
                    .containsExactly("FACT-WRONG-PARTY");
            assertThat(scenario.calling(debtor(2, 102)).whenAskedAt("2026-06-01T12:00").allowed()).isTrue();
        }

        @Test
        void itsCountersAreKept() throws Exception {
            Scenario scenario = under("cn").in(SHANGHAI)
                    .given(6, "2026-06-01T09:00", debtor(2, 101), CallResult.NO_ANSWER, true)
                    .givenFact(FactKind.WRONG_PARTY, "2026-06-01T10:00", 2, 101L, null);

            assertThat(scenario.calling(debtor(1, 101)).whenAskedAt("2026-06-01T12:00").deniedBy())
                    .containsExactlyInAnyOrder("FACT-WRONG-PARTY", "CN-CBA-ATT");
        }
    }

    @Nested
    @DisplayName("9. Make-up workdays and holidays")
    class MakeUpWorkdays {
        private static final String WEEKEND_IS_SHORTER = """
                pack: short
                version: "1"
                title: "Shorter at weekends"
                rules:
                  - id: SHORT
                    says: "From 08:00 to 21:00, at weekends from 07:00 to 20:00."
                    says_zh: "测试"
                    source: "none"
                    status: verified
                    severity: policy
                    window:
                      open:
                        - {days: [mon, tue, wed, thu, fri], from: "08:00", to: "21:00"}
                        - {days: [sat, sun], from: "07:00", to: "20:00"}
                      calendar: cn
                      holidays: closed
                """;

        @ParameterizedTest
        @CsvSource({"07:30, false", "08:00, true", "19:59, true", "20:00, false", "20:30, false"})
        void aMakeUpSundayHasTheStricterOfItsOwnHoursAndAWorkdays(String time, boolean allowed) throws Exception {
            Scenario scenario = under().with(Scenario.packOf("short", WEEKEND_IS_SHORTER)).in(SHANGHAI);

            assertThat(scenario.whenAskedAt("2026-01-04T" + time).allowed()).isEqualTo(allowed);
        }

        @Test
        void aHolidayWinsWhateverTheWeekday() throws Exception {
            Scenario scenario = under("floor").in(SHANGHAI);

            Decision nationalDay = scenario.whenAskedAt("2026-10-01T12:00");

            assertThat(nationalDay.deniedBy()).containsExactly("SEED-HOL");
            assertThat(nationalDay.verdict()).isEqualTo(scenario.notBefore("2026-10-08T08:00"));
        }

        @Test
        void whereHolidaysAreDaysOffTheyHaveASundaysHours() throws Exception {
            Scenario thursday = under("ru").in("Europe/Moscow");

            assertThat(thursday.whenAskedAt("2026-01-01T08:30").verdict())
                    .isEqualTo(thursday.notBefore("2026-01-01T09:00"));
            assertThat(thursday.whenAskedAt("2026-01-01T20:00").deniedBy()).containsExactly("RU-TIME");
        }

        @Test
        void aYearThatTheCalendarDoesNotHoldIsAllHolidays() throws Exception {
            Scenario scenario = under("floor").in(SHANGHAI);

            Decision beyond = scenario.whenAskedAt("2031-03-04T12:00");

            assertThat(beyond.deniedBy()).containsExactly("SEED-HOL");
            assertThat(beyond.verdict()).isEqualTo(new Verdict.Deny());
        }
    }

    @Nested
    @DisplayName("10. An outcome that nobody knows")
    class UnknownOutcome {
        @Test
        void itIsAnAttemptThatCounts() throws Exception {
            Scenario scenario = under("cn").in(SHANGHAI).givenNeverRang(6, "2026-06-01T09:00", CallResult.UNKNOWN);

            assertThat(scenario.whenAskedAt("2026-06-01T12:00").deniedBy())
                    .containsExactlyInAnyOrder("CN-CBA-ATT", "CN-GB-FREQ");
        }

        @Test
        void itMayHaveBeenAConversation() throws Exception {
            Scenario scenario = under("us").in(NEW_YORK).givenNeverRang(1, "2026-06-01T09:00", CallResult.UNKNOWN);

            assertThat(scenario.whenAskedAt("2026-06-03T12:00").deniedBy()).containsExactly("US-F-COOL");
        }

        @Test
        void itMayHaveReachedTheDebtorSoThatTheirContactsStayClosed() throws Exception {
            Scenario scenario = under("cn").in(SHANGHAI)
                    .given(3, "2026-06-01T09:00", CallResult.NO_ANSWER)
                    .calling(onNumber(104, LineKind.CONTACT));
            assertThat(scenario.whenAskedAt("2026-06-01T12:00").allowed()).isTrue();

            scenario.given("2026-06-01T11:00", CallResult.UNKNOWN);

            assertThat(scenario.whenAskedAt("2026-06-01T12:00").deniedBy())
                    .containsExactlyInAnyOrder("CN-GB-TGT", "CN-CBA-LOST");
        }
    }

    @Nested
    @DisplayName("12. What comes late, and packs that change")
    class LateFactsAndChangedPacks {
        @Test
        void aCallThatCameInCountsLikeOurs() throws Exception {
            Scenario scenario = under("us").in(NEW_YORK).givenTheyCalled("2026-06-01T09:00", CallResult.CONVERSATION);

            assertThat(scenario.whenAskedAt("2026-06-03T12:00").deniedBy()).containsExactly("US-F-COOL");
        }

        @Test
        void aFactIsLookedAtAgainWhenItIsDialed() throws Exception {
            Scenario scenario = under("us").in(NEW_YORK);
            assertThat(scenario.whenAskedAt("2026-06-01T12:00:00").allowed()).isTrue();

            scenario.givenFact(FactKind.CEASE, "2026-06-01T12:00:01");

            assertThat(scenario.whenAskedAt("2026-06-01T12:00:02").deniedBy())
                    .containsExactly("FACT-CEASE", "US-F-CEASE");
        }

        @Test
        void anOldVersionThatIsStricterHoldsUntilItsTermEnds() throws Exception {
            RulePack laxer = Scenario.packOf("us-wa",
                    Scenario.textOf("us-wa").replace("event: dispatched, limit: 3", "event: dispatched, limit: 9"));
            RulePack old = Scenario.packOf("us-wa", Scenario.textOf("us-wa"));
            Scenario scenario = under().with(laxer)
                    .in(LOS_ANGELES)
                    .stillUnder(old, "2026-06-05T12:00")
                    .given(3, "2026-06-04T09:00", CallResult.NO_ANSWER);

            Decision during = scenario.whenAskedAt("2026-06-05T11:59:59");

            assertThat(during.deniedBy()).containsExactly("US-WA-FREQ");
            assertThat(during.verdict()).isEqualTo(scenario.notBefore("2026-06-05T12:00"));
            assertThat(scenario.whenAskedAt("2026-06-05T12:00").allowed()).isTrue();
        }

        @Test
        void aNewVersionThatIsStricterHoldsAtOnce() throws Exception {
            RulePack stricter = Scenario.packOf("us-wa",
                    Scenario.textOf("us-wa").replace("event: dispatched, limit: 3", "event: dispatched, limit: 2"));
            RulePack old = Scenario.packOf("us-wa", Scenario.textOf("us-wa"));
            Scenario scenario = under().with(stricter)
                    .in(LOS_ANGELES)
                    .stillUnder(old, "2026-06-12T12:00")
                    .given(2, "2026-06-04T09:00", CallResult.NO_ANSWER);

            Decision during = scenario.whenAskedAt("2026-06-05T12:00");

            assertThat(during.deniedBy()).containsExactly("US-WA-FREQ");
            assertThat(during.verdict()).isEqualTo(scenario.notBefore("2026-06-11T09:00"));
        }

        @Test
        void oneFullWindowIsTheLongestReachOfItsRules() throws Exception {
            RulePack old = Scenario.packOf("us-wa", Scenario.textOf("us-wa"));

            assertThat(old.reach()).isGreaterThanOrEqualTo(Duration.ofDays(7));
        }

        @Test
        void aDeathThatHoldsNoMoreOpensNoContact() throws Exception {
            Scenario scenario = under("cn").in(SHANGHAI)
                    .calling(onNumber(104, LineKind.CONTACT))
                    .givenFact(FactKind.DECEASED, "2026-06-01T09:00");
            assertThat(scenario.whenAskedAt("2026-06-02T12:00").allowed()).isTrue();

            Scenario ended = under("cn").in(SHANGHAI)
                    .calling(onNumber(104, LineKind.CONTACT))
                    .givenFactUntil(FactKind.DECEASED, "2026-06-01T09:00", "2026-06-02T09:00");

            assertThat(ended.whenAskedAt("2026-06-02T12:00").deniedBy())
                    .containsExactlyInAnyOrder("CN-GB-TGT", "CN-CBA-LOST");
        }
    }
}
