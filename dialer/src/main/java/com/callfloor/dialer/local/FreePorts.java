package com.callfloor.dialer.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

/**
 * Finds ports that are free for TCP and UDP alike.
 *
 * <p>They lie below the range from which the kernel takes the ports of outgoing connections (32768 and up), so that a
 * port stays free while its server restarts. A port that was given is nobody else's until the finder is closed, also in other
 * processes of this user: its server may be started much later. Thread-safe.
 */
public final class FreePorts implements AutoCloseable {
    private static final int FIRST = 28_000;
    private static final int END = 32_700;
    private static final int TRIES = 1_000;

    private final RandomGenerator random;
    /** Locked files, by which other processes know. */
    private final List<FileChannel> claims = new ArrayList<>();

    /**
     * Nothing is taken yet.
     *
     * @param random where to look; floors side by side should not look in the same order
     */
    public FreePorts(RandomGenerator random) {
        this.random = random;
    }

    /**
     * A port that nobody uses at this moment on any address.
     *
     * @throws LocalFloorException if there seems to be none
     */
    public synchronized int next() {
        for (int i = 0; i < TRIES; i++) {
            int port = random.nextInt(FIRST, END);
            if (isFree(port) && claim(port)) {
                return port;
            }
        }
        throw new LocalFloorException("No free port between %d and %d".formatted(FIRST, END));
    }

    /** The kernel gives the lock back when this process ends, however it does. */
    private boolean claim(int port) {
        try {
            FileChannel file = FileChannel.open(OwnTemporaries.folder().resolve("port-" + port), CREATE, WRITE);
            if (isLocked(file)) {
                claims.add(file);
                return true;
            }
            file.close();
            return false;
        } catch (IOException e) {
            throw new LocalFloorException("No port can be claimed: " + e.getMessage(), e);
        }
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** What was given may be given to others. */
    @Override
    public synchronized void close() {
        for (FileChannel claim : claims) {
            try {
                claim.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        claims.clear();
    }

    private static boolean isFree(int port) {
        try (ServerSocket tcp = new ServerSocket(); DatagramSocket udp = new DatagramSocket(null)) {
            tcp.bind(new InetSocketAddress(port));
            udp.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
