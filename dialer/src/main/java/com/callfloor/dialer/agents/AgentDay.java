package com.callfloor.dialer.agents;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.cases.Money;

/**
 * What an agent did on one day of the floor's calendar, up to now.
 *
 * @param calls conversations that began on this day
 * @param talk how long these took, the one under way up to now
 * @param promises made on this day, whatever became of them
 * @param promised what they add up to, by currency
 * @param callBacksDue the agent's own, open and due before the day ends
 */
public record AgentDay(int calls, Duration talk, int promises, List<Money> promised, int callBacksDue, Times times) {
    public AgentDay {
        promised = List.copyOf(promised);
    }

    /**
     * How long the agent was in which state on this day.
     *
     * @param spent by the state's code; of what the agent never was there is nothing
     * @param breaks by the reason's code
     * @param wrapUps how many began on this day
     */
    public record Times(Map<String, Duration> spent, Map<String, Duration> breaks, int wrapUps) {
        private static final String ON_CALL = "on_call";
        private static final String WRAP_UP = "wrap_up";
        private static final String BREAK = "break";

        public Times {
            spent = Map.copyOf(spent);
            breaks = Map.copyOf(breaks);
        }

        /** {@code moves} in their order, the last one before {@code from} included. */
        public static Times of(List<Move> moves, Instant from, Instant until) {
            Map<String, Duration> spent = new HashMap<>();
            Map<String, Duration> breaks = new HashMap<>();
            int wrapUps = 0;
            for (int i = 0; i < moves.size(); i++) {
                Move move = moves.get(i);
                Instant begins = move.since().isBefore(from) ? from : move.since();
                Instant next = i + 1 < moves.size() ? moves.get(i + 1).since() : until;
                Instant ends = next.isAfter(until) ? until : next;
                if (begins.isBefore(ends)) {
                    Duration length = Duration.between(begins, ends);
                    spent.merge(move.state(), length, Duration::plus);
                    if (move.state().equals(BREAK)) {
                        breaks.merge(move.reason().orElse(""), length, Duration::plus);
                    }
                }
                boolean today = !move.since().isBefore(from) && move.since().isBefore(until);
                wrapUps += today && move.state().equals(WRAP_UP) ? 1 : 0;
            }
            return new Times(spent, breaks, wrapUps);
        }

        /** Time on calls and in wrap-up, of all time but breaks and signed out; empty if there was none. */
        public Optional<Double> occupancy() {
            Duration busy = in(ON_CALL).plus(in(WRAP_UP));
            Duration staffed = busy.plus(in("ready"));
            return staffed.isZero()
                    ? Optional.empty()
                    : Optional.of((double) busy.toNanos() / staffed.toNanos());
        }

        /** Empty if none began. */
        public Optional<Duration> meanWrapUp() {
            return wrapUps == 0 ? Optional.empty() : Optional.of(in(WRAP_UP).dividedBy(wrapUps));
        }

        public Duration in(String state) {
            return spent.getOrDefault(state, Duration.ZERO);
        }
    }

    /** From then on the agent was in this state. */
    public record Move(String state, Instant since, Optional<String> reason) {}
}
