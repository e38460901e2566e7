package com.callfloor.dialer.app;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/** Does one piece of work at a time, in order, while its owner prepares the next one. For one owner. */
final class WriteBehind implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("import-writer").daemon(true).factory());
    private @Nullable Future<?> last;

    /** Waits for the work before it; throws what that threw. */
    void then(Runnable work) {
        await();
        last = thread.submit(work);
    }

    /** Everything is done afterwards. */
    void await() {
        Future<?> pending = last;
        if (pending == null) {
            return;
        }
        last = null;
        try {
            pending.get();
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

    @Override
    public void close() {
        thread.shutdown();
    }
}
