package com.callfloor.dialer.trunks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.trunks.TrunkView.CallerIdView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One trunk's caller ids: which is shown next, and which rests because people stopped answering it. */
final class CallerIdPool {
    private static final Logger LOG = LoggerFactory.getLogger(CallerIdPool.class);
    /** Long enough for a number that carriers or phones mark as a nuisance to be forgotten a little. */
    private static final Duration REST = Duration.ofHours(4);

    private final String trunk;
    private final List<Shown> numbers;
    private long uses;

    /** A number and what became of the calls that showed it. */
    private static final class Shown {
        private final CallerId callerId;
        private final AnswerRecord answers = new AnswerRecord();
        private long lastUse;
        private Instant restsUntil = Instant.MIN;

        private Shown(CallerId callerId) {
            this.callerId = callerId;
        }

        private boolean rests(Instant now) {
            return now.isBefore(restsUntil);
        }
    }

    CallerIdPool(Trunk trunk) {
        this.trunk = trunk.name();
        this.numbers = trunk.callerIds().stream().map(Shown::new).toList();
    }

    /**
     * The number to show: among those local to the first region that any is local to, the one not shown for longest.
     * Resting ones come only where nothing else is left.
     *
     * @param regions of the debtor, the narrowest first
     */
    Optional<PhoneNumber> next(List<String> regions, Instant now) {
        Optional<Shown> chosen = localTo(regions, shown -> !shown.rests(now)).or(() -> localTo(regions, shown -> true));
        chosen.ifPresent(shown -> shown.lastUse = ++uses);
        return chosen.map(shown -> shown.callerId.number());
    }

    private Optional<Shown> localTo(List<String> regions, Predicate<Shown> usable) {
        List<String> widening = new ArrayList<>(regions);
        widening.add(CallerId.ANYWHERE);
        return widening.stream()
                .flatMap(region -> numbers.stream()
                        .filter(shown -> shown.callerId.regions().contains(region))
                        .filter(usable)
                        .min(Comparator.comparingLong(shown -> shown.lastUse))
                        .stream())
                .findFirst();
    }

    /** A call that showed {@code number} reached a phone, and was answered or not. */
    void ended(PhoneNumber number, boolean answered, Instant now) {
        numbers.stream().filter(shown -> shown.callerId.number().equals(number)).findFirst().ifPresent(shown -> {
            // Late results of a number that rests already say nothing about how it does afterwards.
            if (!shown.rests(now)) {
                shown.answers.add(answered);
                restIfShunned(shown, now);
            }
        });
    }

    private void restIfShunned(Shown shown, Instant now) {
        int calls = 0;
        int answered = 0;
        for (Shown other : numbers) {
            if (other != shown && !other.rests(now)) {
                calls += other.answers.calls();
                answered += other.answers.answered();
            }
        }
        if (shown.answers.isFarBelow(answered, calls)) {
            LOG.warn("caller id {} of trunk {} rests for {} h: {} of {} calls answered, the others' {} of {}",
                    shown.callerId.number(), trunk, REST.toHours(), shown.answers.answered(), shown.answers.calls(),
                    answered, calls);
            shown.restsUntil = now.plus(REST);
            shown.answers.clear();
        }
    }

    List<CallerIdView> view(Instant now) {
        return numbers.stream()
                .map(shown -> new CallerIdView(shown.callerId, shown.answers.calls(), shown.answers.answered(),
                        shown.rests(now) ? Optional.of(shown.restsUntil) : Optional.empty()))
                .toList();
    }
}
