package com.callfloor.dialer.quality.trend;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.quality.ShippedQuality;
import com.callfloor.dialer.quality.card.Answer;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.quality.trend.TrendBook.Reviewed;
import com.callfloor.dialer.quality.trend.Trends.By;
import com.callfloor.dialer.quality.trend.Trends.Group;
import com.callfloor.dialer.quality.trend.Trends.ItemMean;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TrendsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Person LI = new Person(1, "Li");
    private static final Person WANG = new Person(2, "Wang");
    private final Scorecard card = ShippedQuality.debtorCard();

    private Reviewed review(Person agent, String at, String score, String state, Map<String, Answer> otherwise) {
        Map<String, Answer> answers = ShippedQuality.perfect(card);
        answers.putAll(otherwise);
        return new Reviewed(Optional.of(agent), Instant.parse(at), card.name(), card.version(), state,
                new BigDecimal(score), !score.equals("0"), score.equals("0"), answers);
    }

    private List<Group> of(By by) {
        // Sunday 22:00 and Monday 02:00 in Shanghai are two weeks.
        return Trends.of(List.of(
                review(WANG, "2026-11-22T14:00:00Z", "90", "upheld", Map.of("listens", new Answer.NotApplicable())),
                review(LI, "2026-11-22T18:00:00Z", "80", "submitted", Map.of("courteous", new Answer.Points(2))),
                review(LI, "2026-11-24T02:00:00Z", "0", "changed", Map.of("threat", new Answer.Yes()))), by,
                ShippedQuality.cards(), SHANGHAI);
    }

    @Test
    void everyMeanComesWithItsCount() {
        assertThat(of(By.ALL)).singleElement().satisfies(all -> {
            assertThat(all.reviews()).isEqualTo(3);
            assertThat(all.meanScore()).isEqualTo(170.0 / 3);
            assertThat(all.passed()).isEqualTo(2);
            assertThat(all.failed()).isEqualTo(1);
            assertThat(all.appeals()).isEqualTo(2);
            assertThat(all.upheld()).isEqualTo(1);
            assertThat(all.changed()).isEqualTo(1);
            assertThat(all.items()).contains(new ItemMean("debtor", "listens", 2, 1.0),
                    new ItemMean("debtor", "threat", 3, 1.0 / 3));
        });
    }

    @Test
    void aWeekBeginsOnMondayWhereTheFloorIs() {
        assertThat(of(By.WEEK)).extracting(Group::week)
                .containsExactly(Optional.of(LocalDate.of(2026, 11, 16)), Optional.of(LocalDate.of(2026, 11, 23)));
        assertThat(of(By.WEEK)).extracting(Group::reviews).containsExactly(1, 2);
    }

    @Test
    void agentsAreKeptApart() {
        assertThat(of(By.AGENT)).extracting(group -> group.agent().orElseThrow()).containsExactly(LI, WANG);
        assertThat(of(By.AGENT_WEEK)).hasSize(2);
    }
}
