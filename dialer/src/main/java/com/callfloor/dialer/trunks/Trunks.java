package com.callfloor.dialer.trunks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.OutsideLeg;
import com.callfloor.dialer.trunks.CallerIdHistory.ShownCall;
import com.callfloor.dialer.words.Words;

/**
 * Every way out of the floor, in the order in which they are tried. Each call takes a line of the first trunk that has one
 * free and holds it until it is over or refused. Not thread-safe: the floor's thread owns it.
 */
public final class Trunks {
    private final List<TrunkDesk> desks;
    private final Map<AttemptId, Set<String>> refusedBy = new HashMap<>();
    /** Calls of an earlier run: nobody knows whose lines they hold, so they count against each trunk. */
    private final Set<AttemptId> foreign = new HashSet<>();
    private final Set<OutsideLeg> foreignOutside = new HashSet<>();
    private final Map<String, Words> lostRegistrations = new TreeMap<>();

    /** @throws IllegalArgumentException if there is no trunk, or two of one name */
    public Trunks(List<Trunk> trunks, Instant now) {
        if (trunks.isEmpty()) {
            throw new IllegalArgumentException("a floor needs at least one trunk");
        }
        Set<String> names = new HashSet<>();
        for (Trunk trunk : trunks) {
            if (!names.add(trunk.name())) {
                throw new IllegalArgumentException("two trunks have the name " + trunk.name());
            }
        }
        desks = trunks.stream().map(trunk -> new TrunkDesk(trunk, now)).toList();
    }

    /** What is known of our numbers from before this run, the oldest first. */
    public void recall(List<ShownCall> calls) {
        calls.forEach(call -> desks.stream()
                .filter(desk -> desk.name().equals(call.trunk()))
                .forEach(desk -> desk.recall(call)));
    }

    /** Bounds a trunk anew; false if there is none of this name. */
    public boolean limit(String trunk, TrunkLimits limits, Instant now) {
        Optional<TrunkDesk> found = desks.stream().filter(desk -> desk.name().equals(trunk)).findFirst();
        found.ifPresent(desk -> desk.limit(limits, now));
        return found.isPresent();
    }

    /** How many calls could be placed now. */
    public int room(Instant now) {
        return desks.stream().mapToInt(desk -> desk.room(now, foreignLines())).sum();
    }

    /** How many lines are free, however many calls a second may be placed on them. */
    public int linesFree(Instant now) {
        return (int) Math.min(Integer.MAX_VALUE,
                desks.stream().mapToLong(desk -> desk.linesFree(now, foreignLines())).sum());
    }

    /** Why there is no room, for people; empty if there is. */
    public Optional<Words> fullBecause(Instant now) {
        if (room(now) > 0) {
            return Optional.empty();
        }
        return desks.stream()
                .flatMap(desk -> desk.trouble(now).stream())
                .reduce(Words::and)
                .or(() -> Optional.of(new Words("every trunk is at its limit of lines or of calls a second",
                        "所有线路都已达到线路数或每秒呼叫数上限")));
    }

    /** A call of an earlier run that is still up. */
    public void adopt(AttemptId attempt) {
        foreign.add(attempt);
    }

    /**
     * Takes a line for a call; never of a trunk that has refused this very call before.
     *
     * @param regions of the debtor, the narrowest first: ISO 3166-2, then 3166-1
     * @return empty if no trunk has room
     */
    public Optional<Line> place(AttemptId attempt, List<String> regions, Instant now) {
        Set<String> tried = refusedBy.getOrDefault(attempt, Set.of());
        return desks.stream()
                .filter(desk -> !tried.contains(desk.name()) && desk.room(now, foreignLines()) > 0)
                .findFirst()
                .map(desk -> desk.place(attempt, regions, now));
    }

    /**
     * Takes a line for a call to somebody who is no debtor.
     *
     * @param trunk the only one that it may leave through; empty: any
     * @param regions of whoever is called
     * @return empty if there is no room
     */
    public Optional<Line> place(OutsideLeg leg, String trunk, List<String> regions, Instant now) {
        return desks.stream()
                .filter(desk -> trunk.isEmpty() || trunk.equals(desk.name()))
                .filter(desk -> desk.room(now, foreignLines()) > 0)
                .findFirst()
                .map(desk -> desk.place(leg, regions, now));
    }

    /** One of an earlier run that is still up. */
    public void adopt(OutsideLeg leg) {
        foreignOutside.add(leg);
    }

    /** Its line is free. Harmless if it held none. */
    public void ended(OutsideLeg leg) {
        foreignOutside.remove(leg);
        desks.forEach(desk -> desk.ended(leg));
    }

    /** The calls to others than debtors that hold a line. */
    public Set<OutsideLeg> outside() {
        Set<OutsideLeg> all = new HashSet<>(foreignOutside);
        desks.forEach(desk -> all.addAll(desk.outside()));
        return all;
    }

    private int foreignLines() {
        return foreign.size() + foreignOutside.size();
    }

    /** The network took the call to where its phone rings, is engaged or does not exist: the trunk did its part. */
    public void carried(AttemptId attempt) {
        carrying(attempt).ifPresent(desk -> desk.carried(attempt));
    }

    /** Its trunk's far side said something of it. */
    public void heard(AttemptId attempt) {
        carrying(attempt).ifPresent(TrunkDesk::heard);
    }

    /**
     * It is over, and for as long as a phone may ring nothing at all was heard of it: no ringing, no sound, no refusal. Enough
     * of these in a row make the trunk one to look at; it does not rest for them, since some networks say nothing before an
     * answer.
     */
    public void unheard(AttemptId attempt) {
        carrying(attempt).ifPresent(TrunkDesk::unheard);
    }

    /** Its trunk could not place it: the line is free, and the trunk rests if this goes on. */
    public void refused(AttemptId attempt, Words why, Instant now) {
        carrying(attempt).ifPresent(desk -> {
            refusedBy.computeIfAbsent(attempt, none -> new HashSet<>()).add(desk.name());
            desk.refused(attempt, why, now);
        });
    }

    /**
     * The attempt is over: its line is free. Harmless if it held none.
     *
     * @param reachedAPhone it got as far as a phone that people could answer; only then it tells how they take the number
     *     shown
     */
    public void ended(AttemptId attempt, boolean reachedAPhone, boolean answered, Instant now) {
        carrying(attempt).ifPresent(desk -> desk.ended(attempt, reachedAPhone, answered, now));
        refusedBy.remove(attempt);
        foreign.remove(attempt);
    }

    /** A trunk's far side answers, or does not; {@code contact}: its address, empty for all. Other names are left alone. */
    public void answers(String trunk, String contact, boolean reachable) {
        desks.stream()
                .filter(desk -> desk.name().equals(trunk))
                .forEach(desk -> desk.answers(contact, reachable));
    }

    /** The PBX is known to a carrier, or is not. */
    public void registered(String server, boolean registered, String status) {
        if (registered) {
            lostRegistrations.remove(server);
        } else {
            lostRegistrations.put(server,
                    Words.of("the registration with the carrier is lost: %s", "与运营商的注册已丢失：%s", status));
        }
    }

    /** What was heard of far sides and registrations may be over since: the link to the PBX was away. */
    public void nothingHeard() {
        lostRegistrations.clear();
        desks.forEach(TrunkDesk::nothingHeard);
    }

    /** Why, by the carrier's address. */
    public Map<String, Words> lostRegistrations() {
        return Map.copyOf(lostRegistrations);
    }

    /** Each as it stands, in their order. */
    public List<TrunkView> view(Instant now) {
        List<TrunkView> views = new ArrayList<>();
        desks.forEach(desk -> views.add(desk.view(now, foreignLines())));
        return List.copyOf(views);
    }

    private Optional<TrunkDesk> carrying(AttemptId attempt) {
        return desks.stream().filter(desk -> desk.carries(attempt)).findFirst();
    }
}
