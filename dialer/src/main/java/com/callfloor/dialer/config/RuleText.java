package com.callfloor.dialer.config;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.callfloor.dialer.rules.calendar.HolidayCalendar;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.history.LineKind;
import com.callfloor.dialer.rules.pack.CallingRule;
import com.callfloor.dialer.rules.pack.CountedEvent;
import com.callfloor.dialer.rules.pack.Duty;
import com.callfloor.dialer.rules.pack.FactReach;
import com.callfloor.dialer.rules.pack.FixedZones;
import com.callfloor.dialer.rules.pack.Holidays;
import com.callfloor.dialer.rules.pack.Lift;
import com.callfloor.dialer.rules.pack.Opening;
import com.callfloor.dialer.rules.pack.RuleCard;
import com.callfloor.dialer.rules.pack.RuleCard.Severity;
import com.callfloor.dialer.rules.pack.RuleCard.Status;
import com.callfloor.dialer.rules.pack.Scope;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One rule as a pack's file writes it: what it says of itself, and exactly one of the keys that say what it does. {@code
 * config/rules/README.md} explains each key.
 */
record RuleText(@JsonProperty(required = true) String id, @JsonProperty(required = true) String says,
        @JsonProperty(required = true) String saysZh, @JsonProperty(required = true) String source,
        @JsonProperty(required = true) String status, @JsonProperty(required = true) String severity,
        @Nullable List<String> lines, @Nullable List<String> channels,
        @Nullable List<String> liftedBy, @Nullable WindowText window,
        @Nullable CounterText counter, @Nullable CoolDownText coolDown, @Nullable GateText gate,
        @Nullable GateText needs,
        @Nullable ThirdPartyText thirdParty, @Nullable RatioText abandonment, @Nullable TimingText timing,
        @Nullable CadenceText cadence, @Nullable LevelText serviceLevel, @Nullable ContentText content,
        @Nullable RetentionText retention, @Nullable Boolean practice) {

    record HoursText(@Nullable List<String> days, @JsonProperty(required = true) String from,
            @JsonProperty(required = true) String to) {}

    record WindowText(@JsonProperty(required = true) List<HoursText> open, @Nullable Boolean afterOpening,
            @Nullable List<String> zones, @Nullable String calendar, @Nullable String holidays) {}

    record CounterText(@JsonProperty(required = true) String scope, @JsonProperty(required = true) String event,
            @JsonProperty(required = true) Integer limit, @JsonProperty(required = true) String period,
            @Nullable Boolean consentedCount) {}

    record CoolDownText(@JsonProperty(required = true) String scope, @JsonProperty(required = true) String event,
            @JsonProperty(required = true) String period) {}

    record GateText(@JsonProperty(required = true) String fact, @JsonProperty(required = true) String reach) {}

    record ThirdPartyText(@JsonProperty(required = true) Integer failures, @Nullable Boolean needsConsent) {}

    record RatioText(@JsonProperty(required = true) Double atMost, @JsonProperty(required = true) Duration over) {}

    record TimingText(@Nullable Duration shortestRing, @Nullable Duration messageWithin) {}

    record CadenceText(@JsonProperty(required = true) Integer contactable,
            @JsonProperty(required = true) Integer uncontactable,
            @JsonProperty(required = true) Duration reachedWithin) {}

    record LevelText(@JsonProperty(required = true) Duration within, @Nullable Duration specialCases) {}

    record ContentText(@Nullable List<String> required, @Nullable List<String> forbidden) {}

    record RetentionText(@JsonProperty(required = true) String what, @JsonProperty(required = true) Duration keep) {}

    /** Where the calendars that windows name come from. */
    @FunctionalInterface
    interface Calendars {
        HolidayCalendar read(String id) throws ConfigProblem;
    }

    boolean speaksInDecisions() {
        checkOneKind();
        return Stream.of(window, counter, coolDown, gate, needs, thirdParty).anyMatch(kind -> kind != null);
    }

    private void checkOneKind() {
        long kinds = Stream
                .of(window, counter, coolDown, gate, needs, thirdParty, abandonment, timing, cadence, serviceLevel,
                        content, retention, practice)
                .filter(kind -> kind != null)
                .count();
        if (kinds != 1) {
            throw new IllegalArgumentException("a rule has exactly one of window, counter, cool_down, gate, needs, "
                    + "third_party, abandonment, timing, cadence, service_level, content, retention, practice; this one "
                    + "has " + kinds);
        }
    }

    CallingRule toRule(Calendars calendars) throws ConfigProblem {
        Set<LineKind> on = lines == null
                ? EnumSet.allOf(LineKind.class)
                : lines.stream().map(line -> word(LineKind.values(), line, "lines")).collect(Collectors.toSet());
        Set<Lift> lifts = liftedBy == null
                ? Set.of()
                : liftedBy.stream().map(lift -> word(Lift.values(), lift, "lifted_by")).collect(Collectors.toSet());
        if (window != null) {
            return window(window, on, lifts, calendars);
        }
        if (counter != null) {
            return new CallingRule.Counter(card(), on, lifts, word(Scope.values(), counter.scope(), "scope"),
                    word(CountedEvent.values(), counter.event(), "event"), counter.limit(),
                    PeriodText.parse(counter.period()), !Boolean.FALSE.equals(counter.consentedCount()));
        }
        if (coolDown != null) {
            return new CallingRule.CoolDown(card(), on, lifts, word(Scope.values(), coolDown.scope(), "scope"),
                    word(CountedEvent.values(), coolDown.event(), "event"), PeriodText.parse(coolDown.period()));
        }
        if (gate != null) {
            return new CallingRule.FactGate(card(), on, lifts, word(FactKind.values(), gate.fact(), "fact"),
                    word(FactReach.values(), gate.reach(), "reach"));
        }
        if (needs != null && liftedBy == null) {
            return new CallingRule.NeedsFact(card(), on, word(FactKind.values(), needs.fact(), "fact"),
                    word(FactReach.values(), needs.reach(), "reach"));
        }
        if (needs != null) {
            throw new IllegalArgumentException("nothing lifts what a rule needs: leave lifted_by out");
        }
        if (thirdParty != null && lines == null && liftedBy == null) {
            return new CallingRule.ThirdPartyGate(card(), thirdParty.failures(),
                    Boolean.TRUE.equals(thirdParty.needsConsent()));
        }
        throw new IllegalArgumentException("third_party speaks of contact lines only and nothing lifts it: leave lines "
                + "and lifted_by out");
    }

    private CallingRule window(WindowText text, Set<LineKind> on, Set<Lift> lifts, Calendars calendars)
            throws ConfigProblem {
        List<Opening> openings = text.open().stream().map(RuleText::opening).toList();
        EnumSet<DayOfWeek> seen = EnumSet.noneOf(DayOfWeek.class);
        for (Opening opening : openings) {
            for (DayOfWeek day : opening.days()) {
                if (!seen.add(day)) {
                    throw new IllegalArgumentException(day + " has two openings; a day has one");
                }
            }
        }
        Holidays holidays = text.holidays() == null
                ? Holidays.IGNORED
                : word(Holidays.values(), text.holidays(), "holidays");
        Set<ZoneId> zones = text.zones() == null
                ? Set.of()
                : text.zones().stream().map(ZoneId::of).collect(Collectors.toSet());
        HolidayCalendar calendar = text.calendar() == null ? null : calendars.read(text.calendar());
        return new CallingRule.Window(card(), on, lifts, openings, Boolean.TRUE.equals(text.afterOpening()),
                new FixedZones(zones), holidays, calendar);
    }

    private static Opening opening(HoursText text) {
        Set<DayOfWeek> days = text.days() == null
                ? EnumSet.allOf(DayOfWeek.class)
                : text.days().stream().map(RuleText::day).collect(Collectors.toSet());
        return new Opening(days, LocalTime.parse(text.from()), LocalTime.parse(text.to()));
    }

    private static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (Words.code(day).startsWith(text) && text.length() == 3) {
                return day;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is no day: mon, tue, wed, thu, fri, sat, sun");
    }

    Duty toDuty() {
        if (channels != null) {
            throw new IllegalArgumentException("channels is for rules that speak in a decision; leave it out here");
        }
        if (abandonment != null) {
            return new Duty.AbandonmentRatio(card(), abandonment.atMost(), abandonment.over());
        }
        if (timing != null) {
            return new Duty.Timing(card(), timing.shortestRing(), timing.messageWithin());
        }
        if (cadence != null) {
            return new Duty.Cadence(card(), cadence.contactable(), cadence.uncontactable(), cadence.reachedWithin());
        }
        if (serviceLevel != null) {
            return new Duty.ServiceLevel(card(), serviceLevel.within(), serviceLevel.specialCases());
        }
        if (content != null) {
            return new Duty.Content(card(), orEmpty(content.required()), orEmpty(content.forbidden()));
        }
        if (retention != null) {
            return new Duty.Retention(card(), retention.what(), retention.keep());
        }
        return new Duty.Practice(card());
    }

    private static List<String> orEmpty(@Nullable List<String> list) {
        return list == null ? List.of() : list;
    }

    private RuleCard card() {
        return new RuleCard(id, says.strip(), saysZh.strip(), source, word(Status.values(), status, "status"),
                word(Severity.values(), severity, "severity"), channels == null
                        ? Set.of()
                        : channels.stream()
                                .map(channel -> word(Channel.values(), channel, "channels"))
                                .collect(Collectors.toSet()));
    }

    private static <E extends Enum<E>> E word(E[] known, String text, String key) {
        return Words.constant(known, text, key);
    }
}
