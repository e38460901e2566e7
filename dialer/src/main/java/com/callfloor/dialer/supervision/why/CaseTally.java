package com.callfloor.dialer.supervision.why;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A campaign's open cases, by what each waits for. */
public record CaseTally(List<Group> groups) {
    public CaseTally {
        groups = List.copyOf(groups);
    }

    /** What a case may wait for. */
    public enum Waits {
        /** For nothing: it may be asked about now. */
        DUE,
        /** For the agent who agreed to call back, although it is due. */
        KEPT,
        /** For the time of a call-back that was agreed. */
        CALL_BACK,
        /** For what was agreed or promised, or somebody's answer. */
        AGREED,
        /** For a rule that spoke against the last call that was asked for. */
        RULE,
        /** For some days, since a part was paid or its cadence says so. */
        REST,
        /** For something to happen, such as a new number: no call is planned. */
        ASLEEP,
        /** For its next call after an earlier one, or for the one under way. */
        LATER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Cases that wait for the same.
     *
     * @param kind of the rule; empty unless they wait for one
     * @param rule its id; empty unless they wait for one
     * @param earliest when the first of them may be asked about; empty: nobody knows
     */
    public record Group(Waits waits, Optional<DenialKind> kind, Optional<String> rule, long cases,
            Optional<Instant> earliest) {}

    public long open() {
        return groups.stream().mapToLong(Group::cases).sum();
    }

    /** How many may be asked about now. */
    public long due() {
        return groups.stream().filter(group -> group.waits() == Waits.DUE).mapToLong(Group::cases).sum();
    }

    /** When the first of those that wait may be asked about. */
    public Optional<Instant> next() {
        return groups.stream()
                .filter(group -> group.waits() != Waits.DUE)
                .flatMap(group -> group.earliest().stream())
                .min(Instant::compareTo);
    }
}
