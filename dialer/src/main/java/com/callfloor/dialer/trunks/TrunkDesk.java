package com.callfloor.dialer.trunks;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.OutsideLeg;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.trunks.CallerIdHistory.ShownCall;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** One trunk at work: its lines, its pace, its troubles. */
final class TrunkDesk {
    private static final String EVERY_ADDRESS = "";
    /** Where the network says something of nearly every call, so many in a row mean that nobody is there. */
    private static final int UNHEARD_IN_A_ROW = 10;

    private final Trunk trunk;
    private final TokenBucket tokens;
    private final BackOff backOff = new BackOff();
    private final CallerIdPool callerIds;
    private final Map<AttemptId, Call> calls = new HashMap<>();
    /** Calls to others than debtors: they say nothing of how people take our numbers. */
    private final Set<OutsideLeg> outside = new HashSet<>();
    /** Addresses that do not answer the PBX. */
    private final Set<String> silent = new TreeSet<>();
    private int unheard;
    private TrunkLimits limits;

    /** {@code proven}: the network took it, so that it says nothing more about the trunk. */
    private record Call(Instant placedAt, @Nullable PhoneNumber shown, boolean proven) {}

    TrunkDesk(Trunk trunk, Instant now) {
        this.trunk = trunk;
        this.limits = TrunkLimits.of(trunk);
        this.tokens = new TokenBucket(trunk.callsPerSecond(), now);
        this.callerIds = new CallerIdPool(trunk);
    }

    String name() {
        return trunk.name();
    }

    void limit(TrunkLimits wanted, Instant now) {
        limits = wanted;
        tokens.pace(wanted.callsPerSecond(), now);
    }

    void recall(ShownCall call) {
        callerIds.ended(call.callerId(), call.answered(), call.at());
    }

    boolean carries(AttemptId attempt) {
        return calls.containsKey(attempt);
    }

    /** @param foreign lines in use that may be this trunk's */
    int room(Instant now, int foreign) {
        if (!limits.open() || backOff.until(now).isPresent()) {
            return 0;
        }
        int free = Math.min(limits.channels() - linesUsed() - foreign, tokens.available(now));
        if (backOff.onTrial()) {
            free = Math.min(free, calls.values().stream().allMatch(Call::proven) ? 1 : 0);
        }
        return Math.max(0, free);
    }

    /** @param foreign lines in use that may be this trunk's */
    int linesFree(Instant now, int foreign) {
        return !limits.open() || backOff.until(now).isPresent()
                ? 0
                : Math.max(0, limits.channels() - linesUsed() - foreign);
    }

    private int linesUsed() {
        return calls.size() + outside.size();
    }

    Line place(OutsideLeg leg, List<String> regions, Instant now) {
        tokens.take(now);
        outside.add(leg);
        return new Line(trunk.name(), callerIds.next(regions, now).orElse(null));
    }

    void ended(OutsideLeg leg) {
        outside.remove(leg);
    }

    Set<OutsideLeg> outside() {
        return outside;
    }

    Line place(AttemptId attempt, List<String> regions, Instant now) {
        tokens.take(now);
        PhoneNumber shown = callerIds.next(regions, now).orElse(null);
        calls.put(attempt, new Call(now, shown, false));
        return new Line(trunk.name(), shown);
    }

    void carried(AttemptId attempt) {
        calls.computeIfPresent(attempt, (id, call) -> new Call(call.placedAt(), call.shown(), true));
        backOff.carried();
        heard();
    }

    void heard() {
        unheard = 0;
    }

    void unheard() {
        unheard++;
    }

    void refused(AttemptId attempt, Words why, Instant now) {
        Call call = calls.remove(attempt);
        if (call != null) {
            backOff.refused(call.placedAt(), now, why);
            heard();
        }
    }

    void ended(AttemptId attempt, boolean reachedAPhone, boolean answered, Instant now) {
        Call call = calls.remove(attempt);
        if (call != null && call.shown() != null && reachedAPhone) {
            callerIds.ended(call.shown(), answered, now);
        }
    }

    Optional<Words> trouble(Instant now) {
        if (!limits.open()) {
            return Optional.of(Words.of("trunk %1$s is switched off", "线路 %1$s 已停用", trunk.name()));
        }
        return backOff.until(now)
                .map(until -> Words.of("trunk %1$s rests for another %2$d s after %3$s", "线路 %1$s 因 %3$s 再暂停 %2$d 秒",
                        trunk.name(), Duration.between(now, until).toSeconds() + 1,
                        backOff.why().orElse(new Words("refusals", "多次被拒"))));
    }

    void answers(String contact, boolean reachable) {
        if (reachable) {
            silent.remove(contact);
            silent.remove(EVERY_ADDRESS);
        } else {
            silent.add(contact);
        }
    }

    void nothingHeard() {
        silent.clear();
    }

    private Optional<Words> unreachable() {
        return Stream.of(unanswered(), unheardOf()).flatMap(Optional::stream).reduce(Words::and);
    }

    private Optional<Words> unheardOf() {
        return unheard < UNHEARD_IN_A_ROW
                ? Optional.empty()
                : Optional.of(Words.of(
                        "nothing at all was heard of the last %d calls: is its address right, and does its far side answer?",
                        "最近 %d 个呼叫没有任何回应：地址是否正确，对端是否在线？", UNHEARD_IN_A_ROW));
    }

    private Optional<Words> unanswered() {
        String addresses = silent.stream()
                .filter(each -> !each.equals(EVERY_ADDRESS))
                .collect(Collectors.joining(", "));
        if (silent.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(addresses.isEmpty()
                ? new Words("its far side does not answer the PBX", "对端不应答 PBX")
                : Words.of("%s does not answer the PBX", "%s 不应答 PBX", addresses));
    }

    TrunkView view(Instant now, int foreign) {
        return new TrunkView(trunk, limits, linesUsed(), room(now, foreign), backOff.until(now), backOff.why(),
                unreachable(), callerIds.view(now));
    }
}
