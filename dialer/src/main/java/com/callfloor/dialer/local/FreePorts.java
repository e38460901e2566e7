package com.callfloor.dialer.local;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Finds ports that are free for TCP and UDP alike.
 *
 * <p>They lie below the range from which the kernel takes the ports of outgoing connections (32768 and up), so that a
 * port stays free while its server restarts. One finder never gives the same port twice. Thread-safe.
 */
public final class FreePorts {
    private static final int FIRST = 28_000;
    private static final int END = 32_700;
    private static final int TRIES = 1_000;

    private final RandomGenerator random;
    private final Set<Integer> given = new HashSet<>();

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
            if (isFree(port) && given.add(port)) {
                return port;
            }
        }
        throw new LocalFloorException("No free port between %d and %d".formatted(FIRST, END));
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
