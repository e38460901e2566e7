package com.callfloor.dialer.quality.trend;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.callfloor.dialer.quality.card.Answer;
import com.callfloor.dialer.quality.card.Item;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.quality.card.Scorecards;
import com.callfloor.dialer.quality.card.Scoring;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.quality.trend.TrendBook.Reviewed;

/** Groups reviews. Pure. */
public final class Trends {
    private Trends() {}

    /** What the groups are. */
    public enum By {
        ALL, AGENT, WEEK, AGENT_WEEK;

        /** Its one name in the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<By> ofCode(String code) {
            return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
        }
    }

    /**
     * A group.
     *
     * @param agent of groups by agent; empty there for calls without one
     * @param week the Monday, of groups by week
     * @param reviews how many; 1 at least
     * @param meanScore 0 to 100
     * @param failed how many calls something failed by itself
     * @param appeals open ones and decided ones
     */
    public record Group(Optional<Person> agent, Optional<LocalDate> week, int reviews, double meanScore, int passed,
            int failed, int appeals, int upheld, int changed, List<ItemMean> items) {}

    /**
     * How one item was answered.
     *
     * @param answers how many said something of it; what did not apply is not among them
     * @param mean of a weighted item the mean share of its weight, of one that fails a call how often it happened; 0 to 1
     */
    public record ItemMean(String card, String item, int answers, double mean) {}

    /** The groups by week and then by agent's name; {@code zone}: whose Mondays weeks begin on. */
    public static List<Group> of(List<Reviewed> reviews, By by, Scorecards cards, ZoneId zone) {
        Map<Key, List<Reviewed>> groups = new TreeMap<>(Comparator.comparing(Key::weekText)
                .thenComparing(Key::agentName)
                .thenComparingLong(Key::agentId));
        for (Reviewed review : reviews) {
            boolean byAgent = by == By.AGENT || by == By.AGENT_WEEK;
            boolean byWeek = by == By.WEEK || by == By.AGENT_WEEK;
            LocalDate monday = LocalDate.ofInstant(review.calledAt(), zone)
                    .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            Key key = new Key(byAgent ? review.agent() : Optional.empty(),
                    byWeek ? Optional.of(monday) : Optional.empty());
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(review);
        }
        List<Group> all = new ArrayList<>();
        groups.forEach((key, some) -> all.add(group(key, some, cards)));
        return all;
    }

    private record Key(Optional<Person> agent, Optional<LocalDate> week) {
        String weekText() {
            return week.map(LocalDate::toString).orElse("");
        }

        String agentName() {
            return agent.map(Person::name).orElse("");
        }

        long agentId() {
            return agent.map(Person::id).orElse(0L);
        }
    }

    private static Group group(Key key, List<Reviewed> reviews, Scorecards cards) {
        double score = 0;
        int passed = 0;
        int failed = 0;
        int open = 0;
        int upheld = 0;
        int changed = 0;
        Map<String, Sum> items = new TreeMap<>();
        for (Reviewed review : reviews) {
            score += review.score().doubleValue();
            passed += review.passed() ? 1 : 0;
            failed += review.failed() ? 1 : 0;
            open += review.state().equals("appealed") ? 1 : 0;
            upheld += review.state().equals("upheld") ? 1 : 0;
            changed += review.state().equals("changed") ? 1 : 0;
            cards.of(review.card(), review.cardVersion()).ifPresent(card -> add(items, card, review.answers()));
        }
        return new Group(key.agent(), key.week(), reviews.size(), score / reviews.size(), passed, failed,
                open + upheld + changed, upheld, changed, items.values().stream().map(Sum::mean).toList());
    }

    private static void add(Map<String, Sum> items, Scorecard card, Map<String, Answer> answers) {
        for (Item item : card.items()) {
            Answer answer = answers.get(item.id());
            if (answer == null || answer instanceof Answer.NotApplicable) {
                continue;
            }
            double value = switch (item) {
                case Item.Weighted weighted -> Scoring.share(weighted, answer);
                case Item.Never never -> answer instanceof Answer.Yes ? 1 : 0;
            };
            items.computeIfAbsent(card.name() + " " + item.id(), any -> new Sum(card.name(), item.id())).add(value);
        }
    }

    private static final class Sum {
        private final String card;
        private final String item;
        private int count;
        private double sum;

        Sum(String card, String item) {
            this.card = card;
            this.item = item;
        }

        void add(double value) {
            count++;
            sum += value;
        }

        ItemMean mean() {
            return new ItemMean(card, item, count, sum / count);
        }
    }
}
