package com.callfloor.dialer.strategy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many open cases another strategy would move from which stage to which.
 *
 * @param cases open ones, of every lender
 * @param moves those with another stage than now, most cases first
 * @param stages how many each stage has now and would have
 */
public record StrategyPreview(long cases, List<Move> moves, List<Count> stages) {
    public StrategyPreview {
        moves = List.copyOf(moves);
        stages = List.copyOf(stages);
    }

    public long moved() {
        return moves.stream().mapToLong(Move::cases).sum();
    }

    /** Asks both books about every open case. */
    public static StrategyPreview of(StrategyBook now, StrategyBook then, StrategyCases cases, LocalDate today) {
        Tally tally = new Tally();
        cases.open(today, facts -> tally.count(stage(now, facts), stage(then, facts)));
        return tally.preview();
    }

    private static Stage stage(StrategyBook book, CaseFacts facts) {
        return book.strategyOf(facts).segmentOf(facts).stage();
    }

    /** Counts cases by where they are and where they would be. */
    private static final class Tally {
        private final Map<Stage, Map<Stage, Long>> byStage = new EnumMap<>(Stage.class);

        void count(Stage from, Stage to) {
            byStage.computeIfAbsent(from, stage -> new EnumMap<>(Stage.class)).merge(to, 1L, Long::sum);
        }

        private long cases(Stage from, Stage to) {
            return byStage.getOrDefault(from, Map.of()).getOrDefault(to, 0L);
        }

        StrategyPreview preview() {
            List<Move> moves = new ArrayList<>();
            List<Count> counts = new ArrayList<>();
            for (Stage one : Stage.values()) {
                long now = 0;
                long then = 0;
                for (Stage other : Stage.values()) {
                    now += cases(one, other);
                    then += cases(other, one);
                    if (one != other && cases(one, other) > 0) {
                        moves.add(new Move(one, other, cases(one, other)));
                    }
                }
                counts.add(new Count(one, now, then));
            }
            moves.sort(Comparator.comparingLong(Move::cases).reversed());
            return new StrategyPreview(counts.stream().mapToLong(Count::now).sum(), moves, counts);
        }
    }

    public record Move(Stage from, Stage to, long cases) {}

    public record Count(Stage stage, long now, long then) {}
}
