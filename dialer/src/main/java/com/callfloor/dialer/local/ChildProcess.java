package com.callfloor.dialer.local;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A child process that cannot outlive this JVM. Thread-safe. */
public final class ChildProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ChildCommand command;
    private final Process process;

    ChildProcess(ChildCommand command, Process process) {
        this.command = command;
        this.process = process;
    }

    /** The process's id. */
    public long pid() {
        return process.pid();
    }

    /** Whether it still runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it was started with. */
    public ChildCommand command() {
        return command;
    }

    /** Completes with the exit status when it has ended; 128 and the signal's number if a signal ended it. */
    public CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /**
     * Asks it to end (SIGTERM) and, if it does not in time, ends it.
     *
     * @return whether it went by itself
     */
    public boolean stop(Duration patience) {
        process.destroy();
        boolean went = ended(patience);
        kill();
        return went;
    }

    /** Ends it at once (SIGKILL) and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        ended(PATIENCE);
    }

    /** Five seconds to end by itself, then the end. */
    @Override
    public void close() {
        stop(PATIENCE);
    }

    private boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
