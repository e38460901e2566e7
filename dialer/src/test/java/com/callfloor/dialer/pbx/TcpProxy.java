package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The way between dialer and PBX, which can be cut or made to stop forwarding without a word. */
final class TcpProxy implements AutoCloseable {
    private final InetSocketAddress target;
    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition thawed = lock.newCondition();
    private boolean frozen;
    private volatile String lost = "";

    TcpProxy(String host, int port) throws IOException {
        target = new InetSocketAddress(host, port);
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("proxy-accept").start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Ends every connection; new ones are let through. */
    void cut() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    /** From now on bytes are taken and go nowhere, on connections that stay open. */
    void freeze() {
        lock.lock();
        try {
            frozen = true;
        } finally {
            lock.unlock();
        }
    }

    void thaw() {
        lock.lock();
        try {
            frozen = false;
            thawed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** From now on the PBX's messages with this text are lost, until it is called with an empty one. */
    void lose(String text) {
        lost = text;
    }

    @Override
    public void close() throws IOException {
        thaw();
        server.close();
        cut();
    }

    private void accept() {
        try {
            while (true) {
                Socket near = server.accept();
                Socket far = new Socket();
                sockets.add(near);
                try {
                    far.connect(target);
                    near.setTcpNoDelay(true);
                    far.setTcpNoDelay(true);
                    sockets.add(far);
                    Thread.ofPlatform()
                            .daemon()
                            .name("proxy-out")
                            .start(() -> forward(near, far, new Lossy(""::toString)));
                    Thread.ofPlatform()
                            .daemon()
                            .name("proxy-in")
                            .start(() -> forward(far, near, new Lossy(() -> lost)));
                } catch (IOException e) {
                    near.close();
                }
            }
        } catch (IOException e) {
            sockets.clear();
        }
    }

    private void forward(Socket from, Socket to, Lossy lossy) {
        byte[] buffer = new byte[8192];
        try (from; to) {
            int length;
            while ((length = from.getInputStream().read(buffer)) >= 0) {
                waitWhileFrozen();
                to.getOutputStream().write(lossy.pass(buffer, length));
            }
        } catch (IOException e) {
            sockets.remove(from);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes whole messages out of a stream of them; each ends with an empty line. */
    private static final class Lossy {
        private static final String END = "\r\n\r\n";
        private final Supplier<String> lost;
        private String held = "";

        private Lossy(Supplier<String> lost) {
            this.lost = lost;
        }

        private byte[] pass(byte[] buffer, int length) {
            String text = held + new String(buffer, 0, length, StandardCharsets.ISO_8859_1);
            held = "";
            String losing = lost.get();
            if (losing.isEmpty()) {
                return text.getBytes(StandardCharsets.ISO_8859_1);
            }
            StringBuilder passed = new StringBuilder();
            int begin = 0;
            for (int end = text.indexOf(END); end >= 0; end = text.indexOf(END, begin)) {
                String message = text.substring(begin, end + END.length());
                if (!message.contains(losing)) {
                    passed.append(message);
                }
                begin = end + END.length();
            }
            held = text.substring(begin);
            return passed.toString().getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    private void waitWhileFrozen() throws InterruptedException {
        lock.lock();
        try {
            while (frozen) {
                thawed.await();
            }
        } finally {
            lock.unlock();
        }
    }
}
