package com.callfloor.dialer.contacts;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.contacts.ContactChoice.Option;
import com.callfloor.dialer.contacts.ContactPick.Considered;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ContactChoiceTest {
    private static final Optional<CallSlot> EVENING = Optional.of(new CallSlot(new HourBand(18), false));

    @Test
    void theLikeliestNumberComesFirst() {
        var choice = ContactChoice.of(List.of(option("a", 0.1, 3), option("b", 0.4, 3), option("c", 0.2, 3)), 0);

        assertThat(choice.explores()).isFalse();
        assertThat(numbers(choice)).containsExactly("b", "c", "a");
    }

    @Test
    void betweenEqualsTheirOrderDecides() {
        assertThat(numbers(ContactChoice.of(List.of(option("a", 0.2, 1), option("b", 0.2, 0)), 0)))
                .containsExactly("a", "b");
    }

    @Test
    void everyFifthAttemptBeginsWithTheNumberTriedLeast() {
        List<Option<String>> options = List.of(option("a", 0.4, 4), option("b", 0.3, 2), option("c", 0.1, 0));

        for (int attempts = 0; attempts < 20; attempts++) {
            var choice = ContactChoice.of(options, attempts);

            assertThat(choice.explores()).isEqualTo(attempts % 5 == 4);
            assertThat(numbers(choice)).first().isEqualTo(attempts % 5 == 4 ? "c" : "a");
            assertThat(choice.order()).containsExactlyInAnyOrderElementsOf(options);
        }
    }

    @Test
    void thereIsNothingToExploreWhereThereIsOneNumber() {
        assertThat(ContactChoice.of(List.of(option("a", 0.4, 4)), 4).explores()).isFalse();
    }

    @Test
    void theReasonIsSaidInOneSentence() {
        var pick = new ContactPick(considered(NumberRole.MOBILE, new Estimate(0.414, EVENING, 5, 3, 3, 2), false),
                false,
                List.of(considered(NumberRole.HOME, new Estimate(0.5, EVENING, 2, 2, 0, 0), true),
                        considered(NumberRole.WORK, new Estimate(0.12, EVENING, 0, 0, 0, 0), false)));

        assertThat(pick.because()).isEqualTo(
                "mobile, answered 2 of 3 times between 18 and 20: 41 %; home 50 % (not allowed now); work 12 %");
        assertThat(pick.becauseInChinese())
                .isEqualTo("手机，18–20 点拨打 3 次接通 2 次：41 %；住宅电话 50 %（现在不允许）；单位电话 12 %");
        assertThat(pick.fields()).containsEntry("chance", 0.414).containsEntry("explores", false);
    }

    @Test
    void aNumberThatWasNotTriedAtTheseHoursSaysSo() {
        var elsewhen = considered(NumberRole.MOBILE, new Estimate(0.3, EVENING, 4, 1, 0, 0), false);
        var never = considered(NumberRole.WORK, new Estimate(0.12, EVENING, 0, 0, 0, 0), false);

        assertThat(new ContactPick(elsewhen, false, List.of()).because())
                .isEqualTo("mobile, answered 1 of 4 times at other hours: 30 %");
        assertThat(new ContactPick(never, true, List.of()).because())
                .isEqualTo("work, not tried before, the least tried, in its turn: 12 %");
    }

    @Test
    void aSlotIsKnownOnlyWhereAllZonesAgree() {
        Instant mondayEvening = Instant.parse("2026-11-23T10:30:00Z");

        assertThat(CallSlot.at(mondayEvening, Set.of(ZoneId.of("Asia/Shanghai")))).isEqualTo(EVENING);
        assertThat(CallSlot.at(mondayEvening, Set.of(ZoneId.of("Asia/Shanghai"), ZoneId.of("Asia/Singapore"))))
                .isEqualTo(EVENING);
        assertThat(CallSlot.at(mondayEvening, Set.of(ZoneId.of("Asia/Shanghai"), ZoneId.of("Europe/Paris")))).isEmpty();
        assertThat(CallSlot.at(mondayEvening, Set.of())).isEmpty();
        assertThat(CallSlot.at(Instant.parse("2026-11-22T10:30:00Z"), Set.of(ZoneId.of("Asia/Shanghai"))))
                .hasValueSatisfying(slot -> assertThat(slot.weekend()).isTrue());
    }

    @Test
    void aCallIsLikelierOrLessLikelyThanTheAverageOfLateAndNeverBeyondTheBounds() {
        var relative = new RelativeChance();

        assertThat(relative.next(0.2)).isEqualTo(1);
        for (int call = 0; call < 2_000; call++) {
            relative.next(0.1);
            relative.next(0.3);
        }
        assertThat(relative.next(0.1)).isCloseTo(0.5, within(0.01));
        assertThat(relative.next(0.3)).isCloseTo(1.5, within(0.01));
        assertThat(relative.next(0.95)).isEqualTo(4);
        assertThat(relative.next(0.005)).isEqualTo(0.25);
    }

    private static Option<String> option(String number, double chance, int tries) {
        return new Option<>(number, NumberRole.MOBILE, new Estimate(chance, EVENING, tries, 0, 0, 0));
    }

    private static Considered considered(NumberRole role, Estimate estimate, boolean denied) {
        return new Considered("138****0001", role, estimate, denied);
    }

    private static List<String> numbers(ContactChoice<String> choice) {
        return choice.order().stream().map(Option::number).toList();
    }
}
