package com.callfloor.dialer.quality.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import com.callfloor.dialer.quality.calibration.Krippendorff.Metric;
import com.callfloor.dialer.quality.card.Answer;
import com.callfloor.dialer.quality.card.Item;
import com.callfloor.dialer.quality.card.Item.Scale;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.quality.review.Review;

/**
 * How far reviewers agree. Items with yes or no are compared as names (not applicable being one of them), items with points as
 * their share of the most (not applicable being no value). One call alone tells nothing of chance for an item, so an item's alpha
 * takes several sessions; over all items one session is enough.
 *
 * @param nominal over all items with yes or no
 * @param interval over all items with points
 */
public record Agreement(int sessions, int scores, OptionalDouble nominal, OptionalDouble interval,
        List<OfItem> items) {
    private static final double YES = 1;
    private static final double NO = 0;
    private static final double NOT_APPLICABLE = -1;

    /**
     * Of one item.
     *
     * @param values how many were given
     * @param equalPairs which share of the pairs of values are equal
     * @param alpha empty where chance cannot be told: one session, or one value only
     */
    public record OfItem(String item, Metric metric, int values, OptionalDouble equalPairs, OptionalDouble alpha) {}

    /** Of the sessions' scored reviews, all by one version of a card; each session is a list. */
    public static Agreement of(Scorecard card, List<List<Review>> sessions) {
        List<List<Double>> named = new ArrayList<>();
        List<List<Double>> measured = new ArrayList<>();
        List<OfItem> items = new ArrayList<>();
        for (Item item : card.items()) {
            Metric metric = item instanceof Item.Weighted weighted && weighted.scale() instanceof Scale.Points
                    ? Metric.INTERVAL
                    : Metric.NOMINAL;
            List<List<Double>> units = sessions.stream().map(session -> values(item, session)).toList();
            (metric == Metric.INTERVAL ? measured : named).addAll(units);
            items.add(new OfItem(item.id(), metric, units.stream().mapToInt(List::size).sum(),
                    Krippendorff.pairsAgreeing(units),
                    sessions.size() > 1 ? Krippendorff.alpha(units, metric) : OptionalDouble.empty()));
        }
        return new Agreement(sessions.size(), sessions.stream().mapToInt(List::size).sum(),
                Krippendorff.alpha(named, Metric.NOMINAL), Krippendorff.alpha(measured, Metric.INTERVAL), items);
    }

    private static List<Double> values(Item item, List<Review> session) {
        List<Double> values = new ArrayList<>();
        for (Review review : session) {
            Answer answer = review.latest().content().plain().get(item.id());
            if (answer == null) {
                continue;
            }
            switch (answer) {
                case Answer.Yes yes -> values.add(YES);
                case Answer.No no -> values.add(NO);
                case Answer.Points(int points) when item instanceof Item.Weighted weighted
                        && weighted.scale() instanceof Scale.Points(int most) ->
                    values.add((double) points / most);
                case Answer.NotApplicable none when !(item instanceof Item.Weighted weighted
                        && weighted.scale() instanceof Scale.Points) ->
                    values.add(NOT_APPLICABLE);
                default -> {
                }
            }
        }
        return values;
    }
}
