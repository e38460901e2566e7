package com.callfloor.dialer.quality.card;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.quality.ShippedQuality;
import com.callfloor.dialer.quality.card.Item.Scale;
import com.callfloor.dialer.quality.card.Scoring.Unscorable;
import com.callfloor.dialer.scripts.Recipient;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScoringTest {
    private static final Wording TEXT = new Wording("文", "text");
    private final Scorecard card = new Scorecard("short", "1", Recipient.DEBTOR, TEXT, 80,
            List.of(new Scorecard.Section("all", TEXT, List.of(
                    new Item.Weighted("says_name", TEXT, 30, new Scale.YesNo()),
                    new Item.Weighted("tone", TEXT, 20, new Scale.Points(3)),
                    new Item.Weighted("next_step", TEXT, 50, new Scale.YesNo())))),
            List.of(Prohibition.values())
                    .stream()
                    .map(each -> new Item.Never(each.code(), TEXT, each))
                    .toList());
    private final Map<String, Answer> answers = new LinkedHashMap<>(ShippedQuality.perfect(card));

    @Test
    void everythingDoneWellIsAHundred() throws Unscorable {
        var result = Scoring.score(card, answers);

        assertThat(result.score()).isEqualByComparingTo("100");
        assertThat(result.passed()).isTrue();
        assertThat(result.failedBy()).isEmpty();
    }

    @Test
    void pointsAreWorthTheirShareOfTheWeight() throws Unscorable {
        answers.put("tone", new Answer.Points(1));

        assertThat(Scoring.score(card, answers).score()).isEqualByComparingTo("86.67");
    }

    @Test
    void whatDoesNotApplyLeavesItsWeightOut() throws Unscorable {
        answers.put("next_step", new Answer.NotApplicable());
        answers.put("tone", new Answer.Points(0));

        var result = Scoring.score(card, answers);

        assertThat(result.score()).isEqualByComparingTo("60");
        assertThat(result.passed()).isFalse();
    }

    @Test
    void theVeryPassMarkPasses() throws Unscorable {
        answers.put("tone", new Answer.Points(0));

        assertThat(Scoring.score(card, answers).score()).isEqualByComparingTo("80");
        assertThat(Scoring.score(card, answers).passed()).isTrue();
    }

    @Test
    void oneThreatFailsThePerfectCallAndIsNamed() throws Unscorable {
        answers.put("threat", new Answer.Yes());

        var result = Scoring.score(card, answers);

        assertThat(result.score()).isEqualByComparingTo("0");
        assertThat(result.passed()).isFalse();
        assertThat(result.failedBy()).containsExactly("threat");
    }

    @Test
    void anAutoFailCountsEvenWhereNothingElseApplied() throws Unscorable {
        card.weighted().forEach(item -> answers.put(item.id(), new Answer.NotApplicable()));
        answers.put("insult", new Answer.Yes());

        assertThat(Scoring.score(card, answers).failedBy()).containsExactly("insult");
    }

    @Test
    void nothingThatAppliedIsNoResult() {
        card.weighted().forEach(item -> answers.put(item.id(), new Answer.NotApplicable()));

        assertThatThrownBy(() -> Scoring.score(card, answers)).isInstanceOf(Unscorable.class)
                .hasMessageContaining("nothing on the card applied");
    }

    @Test
    void everyFlawIsToldByItsItem() {
        answers.remove("says_name");
        answers.put("tone", new Answer.Points(4));
        answers.put("threat", new Answer.NotApplicable());
        answers.put("other", new Answer.Yes());

        assertThatThrownBy(() -> Scoring.score(card, answers)).isInstanceOfSatisfying(Unscorable.class,
                told -> assertThat(told.flaws()).containsOnlyKeys("says_name", "tone", "threat", "other"));
    }

    @Test
    void theShippedCardsAreWholeAndAddUpToAHundred() {
        assertThat(ShippedQuality.cards().current()).extracting(Scorecard::name).containsExactly("contact", "debtor");
        assertThat(ShippedQuality.cards().current())
                .allSatisfy(each -> assertThat(each.weighted().mapToInt(Item.Weighted::weight).sum()).isEqualTo(100));
    }
}
