package com.callfloor.dialer.rules.pack;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.rules.calendar.HolidayCalendar;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.history.LineKind;
import org.jspecify.annotations.Nullable;

/** A rule that has a say in whether a number may be called now. */
public sealed interface CallingRule {
    RuleCard card();

    /** The kinds of line that it speaks of; it has nothing to say about others. Never empty. */
    Set<LineKind> lines();

    /**
     * What it speaks of; it neither judges nor counts anything else. Unless its card says otherwise: a counter and a
     * cool-down of calls alone, since a text that limits calls says nothing of messages; a fact that is needed of messages
     * alone; every other rule of all, so that a message is under the hours and gates of a call.
     */
    default Set<Channel> channels() {
        return card().channels().isEmpty() ? usualChannels() : card().channels();
    }

    private Set<Channel> usualChannels() {
        return switch (this) {
            case Counter counter -> EnumSet.of(Channel.CALL);
            case CoolDown coolDown -> EnumSet.of(Channel.CALL);
            case NeedsFact needs -> EnumSet.of(Channel.SMS, Channel.EMAIL);
            case Window window -> EnumSet.allOf(Channel.class);
            case FactGate gate -> EnumSet.allOf(Channel.class);
            case ThirdPartyGate gate -> EnumSet.allOf(Channel.class);
        };
    }

    /** What can lift it; nothing else does. */
    Set<Lift> liftedBy();

    /** The longest that something that happens now can still matter to it; for a pack's change and the ledger's reach. */
    Duration reach();

    default String id() {
        return card().id();
    }

    /**
     * Calls are permitted within hours on the wall clock of every zone that the debtor may be in. The latest possible
     * answer must lie within the same opening.
     *
     * @param openings which hours on which days; a day without any is closed
     * @param afterOpening an open interval: the opening instant itself is outside; the closing one always is
     * @param fixedZones the zones whose clock counts, whatever the debtor's; empty: the debtor's
     * @param holidays what a holiday is; a make-up workday always has the stricter of its own and a workday's hours
     * @param calendar null where holidays do not matter
     */
    record Window(RuleCard card, Set<LineKind> lines, Set<Lift> liftedBy, List<Opening> openings, boolean afterOpening,
            FixedZones fixedZones, Holidays holidays, @Nullable HolidayCalendar calendar) implements CallingRule {
        public Window {
            openings = List.copyOf(openings);
            lines = Set.copyOf(lines);
            liftedBy = Set.copyOf(liftedBy);
            if (openings.isEmpty()) {
                throw new IllegalArgumentException("a window that never opens would forbid every call");
            }
            if ((holidays == Holidays.IGNORED) != (calendar == null)) {
                throw new IllegalArgumentException("a calendar and what its holidays mean go together");
            }
        }

        public Optional<HolidayCalendar> dates() {
            return Optional.ofNullable(calendar);
        }

        @Override
        public Duration reach() {
            return Duration.ofDays(1);
        }
    }

    /**
     * At most {@code limit} calls in a period.
     *
     * @param consentedCount whether calls that were placed with direct prior consent count too
     */
    record Counter(RuleCard card, Set<LineKind> lines, Set<Lift> liftedBy, Scope scope, CountedEvent event, int limit,
            Period period, boolean consentedCount) implements CallingRule {
        public Counter {
            lines = Set.copyOf(lines);
            liftedBy = Set.copyOf(liftedBy);
            if (limit < 1) {
                throw new IllegalArgumentException("limit must be 1 or more, not " + limit);
            }
        }

        @Override
        public Duration reach() {
            return period.longest();
        }
    }

    /** No call for a period after an event. */
    record CoolDown(RuleCard card, Set<LineKind> lines, Set<Lift> liftedBy, Scope scope, CountedEvent event,
            Period period) implements CallingRule {
        public CoolDown {
            lines = Set.copyOf(lines);
            liftedBy = Set.copyOf(liftedBy);
        }

        @Override
        public Duration reach() {
            return period.longest();
        }
    }

    /** No call while a fact stands. */
    record FactGate(RuleCard card, Set<LineKind> lines, Set<Lift> liftedBy, FactKind fact, FactReach factReach)
            implements
                CallingRule {
        public FactGate {
            lines = Set.copyOf(lines);
            liftedBy = Set.copyOf(liftedBy);
            if (fact == FactKind.CONSENT || fact == FactKind.MESSAGE_CONSENT) {
                throw new IllegalArgumentException("consent permits, it does not gate");
            }
        }

        @Override
        public Duration reach() {
            return Duration.ofDays(1);
        }
    }

    /** Nothing unless a fact stands, such as consent to messages. */
    record NeedsFact(RuleCard card, Set<LineKind> lines, FactKind fact, FactReach factReach) implements CallingRule {
        public NeedsFact {
            lines = Set.copyOf(lines);
            if (fact == FactKind.CONSENT) {
                throw new IllegalArgumentException("consent to a call is used up by it; what a rule can need is a fact "
                        + "that stands, such as message_consent");
            }
        }

        @Override
        public Set<Lift> liftedBy() {
            return Set.of();
        }

        @Override
        public Duration reach() {
            return Duration.ofDays(1);
        }
    }

    /**
     * A listed contact may be asked for information once the debtor cannot be reached: the last call to one of the
     * debtor's own numbers found it not in service, or so many in a row reached nobody, or the debtor is dead.
     *
     * @param failures how many calls in a row, to whichever of the debtor's own numbers
     * @param needsConsent whether somebody must have consented to a call to this very number besides
     */
    record ThirdPartyGate(RuleCard card, int failures, boolean needsConsent) implements CallingRule {
        public ThirdPartyGate {
            if (failures < 1) {
                throw new IllegalArgumentException("failures must be 1 or more, not " + failures);
            }
        }

        @Override
        public Set<LineKind> lines() {
            return Set.of(LineKind.CONTACT);
        }

        @Override
        public Set<Lift> liftedBy() {
            return Set.of();
        }

        @Override
        public Duration reach() {
            return Duration.ofDays(31);
        }
    }
}
