package com.callfloor.dialer.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Finds ports that are free for TCP and UDP alike.
 *
 * <p>They lie below the range from which the kernel takes the ports of outgoing connections (32768 and up), so that a
 * port stays free while its server restarts. A port that was given is given to nobody else, in no process, until its finder is
 * closed: its server may be started much later. Thread-safe.
 */
public final class FreePorts implements AutoCloseable {
    private static final int FIRST = 28_000;
    private static final int END = 32_500;
    /** To a port above those that the kernel takes, where a socket stands for as long as this one is given. */
    private static final int TO_CLAIM = 33_000;
    private static final int TRIES = 1_000;

    private final RandomGenerator random;
    private final List<ServerSocket> claims = new ArrayList<>();

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

    /** The kernel gives it back when this process ends, however it does; a file's lock would go with any other look at the file. */
    private boolean claim(int port) {
        try {
            claims.add(new ServerSocket(port + TO_CLAIM, 1, InetAddress.getLoopbackAddress()));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What was given may be given to others. */
    @Override
    public synchronized void close() {
        for (ServerSocket claim : claims) {
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
