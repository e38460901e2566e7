package com.callfloor.dialer.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A TCP wire to a server on this machine that a test can cut and mend. */
public final class CuttableWire implements AutoCloseable {
    private final int target;
    private final ServerSocket entrance;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /** Lays a wire to {@code target}, a port of this machine. */
    public CuttableWire(int target) throws IOException {
        this.target = target;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** The port to connect to. */
    public int port() {
        return entrance.getLocalPort();
    }

    /** Ends all connections and takes no new one until {@link #mend()}. */
    public void cut() {
        cut = true;
        // One by one: a connection that comes in meanwhile must not be forgotten without its end.
        ends.removeIf(CuttableWire::end);
    }

    public void mend() {
        cut = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                if (cut) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                ends.add(client);
                ends.add(server);
                carry(client, server);
                carry(server, client);
                if (cut) {
                    cut();
                }
            } catch (IOException e) {
                // A connection that ended at once; or the wire itself, which ends the loop.
            }
        }
    }

    private static void carry(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from; to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // The other side sees its end closed; that is all there is to tell.
            }
        });
    }

    private static boolean end(Socket socket) {
        try {
            socket.close();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
