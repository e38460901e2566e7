package com.callfloor.dialer.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * Leave for this process to run browsers. Of all test processes of this machine only two have one at a time: with more, two
 * cores starve the calls beside them. All browsers of a process share its seat, so no test waits for itself. Any thread.
 */
public final class BrowserSeat {
    private static final int SEATS = 2;
    private static final BrowserSeat OF_THIS_PROCESS = new BrowserSeat();

    private int browsers;
    private @Nullable FileLock seat;

    private BrowserSeat() {}

    /** Waits for a seat, if this process has none. */
    public static void take() {
        OF_THIS_PROCESS.one();
    }

    /** Once for each that was taken. */
    public static void leave() {
        OF_THIS_PROCESS.oneLess();
    }

    private synchronized void one() {
        if (browsers == 0) {
            seat = free();
        }
        browsers++;
    }

    private synchronized void oneLess() {
        browsers--;
        if (browsers == 0 && seat != null) {
            try {
                // That lets the lock go.
                seat.acquiredBy().close();
            } catch (IOException e) {
                throw new UncheckedIOException("The browsers' seat could not be given back", e);
            }
            seat = null;
        }
    }

    private static FileLock free() {
        try {
            for (int number = 1; number < SEATS; number++) {
                FileChannel file = file(number);
                FileLock lock = file.tryLock();
                if (lock != null) {
                    return lock;
                }
                file.close();
            }
            return file(SEATS).lock();
        } catch (IOException e) {
            throw new UncheckedIOException("No seat for a browser", e);
        }
    }

    private static FileChannel file(int number) throws IOException {
        return FileChannel.open(Path.of(System.getProperty("java.io.tmpdir"), "callfloor-browsers-" + number + ".lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
