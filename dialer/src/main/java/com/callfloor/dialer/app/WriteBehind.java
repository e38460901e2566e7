package com.callfloor.dialer.app;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does a few pieces of work at a time while its owner prepares the next one. Work that touches the same things is done in
 * order, and never at once. For one owner.
 */
final class WriteBehind implements AutoCloseable {
    private static final int AT_ONCE = 2;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE,
            Thread.ofPlatform().name("import-writer-", 1).daemon(true).factory());
    private final Deque<Pending> pending = new ArrayDeque<>();

    /**
     * What a piece of work writes, by reference. Whoever makes a debtor that another transaction makes as well has to begin
     * again.
     */
    record Touched(Set<String> cases, Set<String> debtors) {
        static Touched nothing() {
            return new Touched(new HashSet<>(), new HashSet<>());
        }

        boolean conflictsWith(Touched others) {
            return !Collections.disjoint(cases, others.cases) || !Collections.disjoint(debtors, others.debtors);
        }
    }

    /** {@code alone}: it may touch anything. */
    private record Pending(boolean alone, Touched touched, Future<?> end) {
        boolean conflictsWith(Touched others) {
            return alone || touched.conflictsWith(others);
        }
    }

    /** Waits for the work before it that touches any of the same; throws what that threw. */
    void beside(Touched touched, Runnable work) {
        while (pending.size() == AT_ONCE || pending.stream().anyMatch(before -> before.conflictsWith(touched))) {
            awaitFirst();
        }
        pending.addLast(new Pending(false, touched, threads.submit(work)));
    }

    /** Waits for all the work before it, and lets none begin beside it; throws what that threw. */
    void then(Runnable work) {
        await();
        pending.addLast(new Pending(true, Touched.nothing(), threads.submit(work)));
    }

    /** Everything is done afterwards. */
    void await() {
        while (!pending.isEmpty()) {
            awaitFirst();
        }
    }

    private void awaitFirst() {
        Pending first = pending.removeFirst();
        try {
            first.end().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while rows were written", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("rows could not be written", e);
        }
    }

    /** What was begun goes on to its end. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
