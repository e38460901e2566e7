package com.callfloor.dialer.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reservation's protocol as a model, in every order in which the steps of several nodes can fall, with a crash at
 * every step: no cap is ever passed and no two nodes wait for each other for ever.
 */
class ReservationProtocolTest {
    private static final int CAP = 1;
    private static final Protocol OURS = new Protocol(true, true, true, true);
    /**
     * Two debtors with two cases each who share numbers, listed in opposite orders. A case has numbers of its own, as if
     * a case file had changed the list between two reservations.
     */
    private static final List<Case> CASES = List.of(new Case(1, List.of(11, 12)), new Case(2, List.of(11, 13)),
            new Case(2, List.of(12, 11)), new Case(1, List.of(13)));

    @ParameterizedTest
    @CsvSource({"2, 1", "2, 2", "3, 1", "3, 2"})
    void noInterleavingAndNoCrashPassesACapOrEndsInADeadlock(int nodes, int batch) {
        assertThat(flaws(OURS, nodes, batch)).isEmpty();
    }

    @Test
    void withoutTheDebtorsLockTheDebtorsCapIsPassed() {
        assertThat(flaws(new Protocol(false, true, true, true), 2, 1)).contains("cap of debtor passed");
    }

    @Test
    void withoutTheNumbersLockTheNumbersCapIsPassed() {
        assertThat(flaws(new Protocol(true, false, true, true), 2, 1)).contains("cap of number passed");
    }

    @Test
    void readingBeforeTheLocksAreHeldPassesACap() {
        assertThat(flaws(new Protocol(true, true, false, true), 2, 1)).contains("cap of debtor passed");
    }

    @Test
    void locksInTheOrderOfTheListEndInADeadlock() {
        assertThat(flaws(new Protocol(true, true, true, false), 2, 2)).contains("deadlock");
    }

    /** Which of the protocol's demands are kept. */
    private record Protocol(boolean debtorLocked, boolean numbersLocked, boolean readAfterLocks, boolean ascending) {}

    /** Numbers in the debtor's own order. */
    private record Case(int debtor, List<Integer> numbers) {}

    private record Attempt(int debtor, int number) {}

    private enum Step {
        PICK, READ_EARLY, LOCK, READ, DECIDE, WRITE, COMMIT, ENDED
    }

    /** {@code cases} are locked, {@code wanted} are locks still to be taken; the others are what the transaction knows. */
    private record Node(Step step, List<Integer> cases, List<Integer> wanted, List<Attempt> seen,
            List<Attempt> decided) {
        static final Node IDLE = new Node(Step.PICK, List.of(), List.of(), List.of(), List.of());
        static final Node ENDED = new Node(Step.ENDED, List.of(), List.of(), List.of(), List.of());

        Node to(Step next) {
            return new Node(next, cases, wanted, seen, decided);
        }
    }

    /** {@code owners}: the node that holds a debtor's or number's lock; {@code due}: cases that nobody has dealt with. */
    private record Floor(List<Node> nodes, Map<Integer, Integer> owners, Set<Integer> due, List<Attempt> attempts) {
        Floor with(int node, Node changed) {
            List<Node> all = new ArrayList<>(nodes);
            all.set(node, changed);
            return new Floor(all, owners, due, attempts);
        }

        Floor released(int node) {
            Map<Integer, Integer> left = new TreeMap<>(owners);
            left.values().removeIf(owner -> owner == node);
            return new Floor(nodes, left, due, attempts);
        }
    }

    private static Set<String> flaws(Protocol protocol, int nodes, int batch) {
        Set<Integer> due = new TreeSet<>();
        for (int i = 0; i < CASES.size(); i++) {
            due.add(i);
        }
        Floor start = new Floor(Collections.nCopies(nodes, Node.IDLE), new TreeMap<>(), due, List.of());
        Set<String> flaws = new TreeSet<>();
        Set<Floor> seen = new HashSet<>(Set.of(start));
        Deque<Floor> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Floor floor = open.pop();
            check(floor, flaws);
            boolean moved = false;
            boolean ended = true;
            for (int node = 0; node < nodes; node++) {
                if (floor.nodes().get(node).step() == Step.ENDED) {
                    continue;
                }
                ended = false;
                Optional<Floor> next = step(protocol, floor, node, batch);
                moved |= next.isPresent();
                next.filter(seen::add).ifPresent(open::push);
                Floor crashed = floor.with(node, Node.ENDED).released(node);
                if (seen.add(crashed)) {
                    open.push(crashed);
                }
            }
            if (!moved && !ended) {
                flaws.add("deadlock");
            }
        }
        return flaws;
    }

    private static void check(Floor floor, Set<String> flaws) {
        for (Attempt attempt : floor.attempts()) {
            if (floor.attempts().stream().filter(other -> other.debtor() == attempt.debtor()).count() > CAP) {
                flaws.add("cap of debtor passed");
            }
            if (floor.attempts().stream().filter(other -> other.number() == attempt.number()).count() > CAP) {
                flaws.add("cap of number passed");
            }
        }
    }

    /** Empty if the node has to wait. */
    private static Optional<Floor> step(Protocol protocol, Floor floor, int number, int batch) {
        Node node = floor.nodes().get(number);
        return switch (node.step()) {
            case PICK -> Optional.of(floor.with(number, picked(protocol, floor, batch)));
            case READ_EARLY -> Optional.of(floor.with(number, new Node(Step.LOCK, node.cases(), node.wanted(),
                    floor.attempts(), List.of())));
            case LOCK -> locked(protocol, floor, number);
            case READ -> Optional.of(floor.with(number, new Node(Step.DECIDE, node.cases(), List.of(),
                    floor.attempts(), List.of())));
            case DECIDE -> Optional.of(floor.with(number, decided(node)));
            // What is written is seen by nobody until the commit.
            case WRITE -> Optional.of(floor.with(number, node.to(Step.COMMIT)));
            case COMMIT -> Optional.of(committed(floor, number));
            case ENDED -> Optional.empty();
        };
    }

    /** Cases that another node has locked are skipped. */
    private static Node picked(Protocol protocol, Floor floor, int batch) {
        Set<Integer> free = new TreeSet<>(floor.due());
        floor.nodes().forEach(other -> free.removeAll(other.cases()));
        List<Integer> cases = free.stream().limit(batch).toList();
        if (cases.isEmpty()) {
            return Node.ENDED;
        }
        List<Integer> debtors = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        cases.forEach(each -> {
            debtors.add(CASES.get(each).debtor());
            numbers.addAll(CASES.get(each).numbers());
        });
        List<Integer> wanted = new ArrayList<>();
        if (protocol.debtorLocked()) {
            wanted.addAll(protocol.ascending() ? new TreeSet<>(debtors) : debtors);
        }
        if (protocol.numbersLocked()) {
            wanted.addAll(protocol.ascending() ? new TreeSet<>(numbers) : numbers);
        }
        return new Node(protocol.readAfterLocks() ? Step.LOCK : Step.READ_EARLY, cases, wanted, List.of(), List.of());
    }

    private static Optional<Floor> locked(Protocol protocol, Floor floor, int number) {
        Node node = floor.nodes().get(number);
        if (node.wanted().isEmpty()) {
            return Optional.of(floor.with(number, node.to(protocol.readAfterLocks() ? Step.READ : Step.DECIDE)));
        }
        int first = node.wanted().getFirst();
        int owner = floor.owners().getOrDefault(first, number);
        if (owner != number) {
            return Optional.empty();
        }
        Map<Integer, Integer> owners = new TreeMap<>(floor.owners());
        owners.put(first, number);
        Node next = new Node(Step.LOCK, node.cases(), node.wanted().subList(1, node.wanted().size()), node.seen(),
                List.of());
        return Optional.of(new Floor(floor.nodes(), owners, floor.due(), floor.attempts()).with(number, next));
    }

    private static Node decided(Node node) {
        List<Attempt> known = new ArrayList<>(node.seen());
        List<Attempt> decided = new ArrayList<>();
        for (int each : node.cases()) {
            Case due = CASES.get(each);
            for (int line : due.numbers()) {
                boolean free = known.stream().filter(made -> made.debtor() == due.debtor()).count() < CAP
                        && known.stream().filter(made -> made.number() == line).count() < CAP;
                if (free) {
                    Attempt attempt = new Attempt(due.debtor(), line);
                    known.add(attempt);
                    decided.add(attempt);
                    break;
                }
            }
        }
        return new Node(Step.WRITE, node.cases(), List.of(), List.of(), decided);
    }

    private static Floor committed(Floor floor, int number) {
        Node node = floor.nodes().get(number);
        Set<Integer> due = new TreeSet<>(floor.due());
        due.removeAll(node.cases());
        List<Attempt> attempts = new ArrayList<>(floor.attempts());
        attempts.addAll(node.decided());
        return new Floor(floor.nodes(), floor.owners(), due, attempts).with(number, Node.IDLE).released(number);
    }
}
