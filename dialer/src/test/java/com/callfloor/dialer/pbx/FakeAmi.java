package com.callfloor.dialer.pbx;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import javax.net.ServerSocketFactory;

/** A manager port that misbehaves as it is told to: what a real Asterisk cannot be made to do at will. */
final class FakeAmi implements AutoCloseable {
    static final String SECRET = "right";

    private final ServerSocket server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    /** Every action received, its headers by lower-case name. */
    final List<Map<String, String>> actions = new CopyOnWriteArrayList<>();
    /** What CoreShowChannels lists; each a list of header lines. */
    final List<List<String>> channels = new CopyOnWriteArrayList<>();
    /** Sent right after the sign-in, so before any list. */
    final List<List<String>> early = new CopyOnWriteArrayList<>();
    volatile boolean boots = true;
    /** Empty: hangs up without one. */
    volatile String greeting = "Asterisk Call Manager/11.0.0";
    /** Actions of this name get no reply. */
    volatile String mute = "";
    /** Actions of this name are refused. */
    volatile String refuses = "";

    FakeAmi() throws IOException {
        this(ServerSocketFactory.getDefault());
    }

    FakeAmi(ServerSocketFactory factory) throws IOException {
        server = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    List<String> received() {
        return actions.stream().map(action -> action.getOrDefault("action", "")).toList();
    }

    /** What was to be called, by every Originate. */
    List<String> channelsAskedFor() {
        return actions.stream()
                .filter(action -> "Originate".equals(action.get("action")))
                .map(action -> action.getOrDefault("channel", ""))
                .toList();
    }

    /** The latest action of this name. */
    Map<String, String> last(String name) {
        return actions.stream().filter(action -> name.equals(action.get("action"))).toList().getLast();
    }

    /** Cuts every connection. */
    void cut() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    /** Sends an event to everybody signed in. */
    void tell(List<String> headers) throws IOException {
        for (Socket socket : sockets) {
            send(socket, headers);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: the test is over.
            actions.clear();
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            connections.incrementAndGet();
            if (greeting.isEmpty()) {
                return;
            }
            socket.getOutputStream().write((greeting + "\r\n").getBytes(StandardCharsets.UTF_8));
            sockets.add(socket);
            BufferedReader reader = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            Map<String, String> action = new LinkedHashMap<>();
            String line;
            while ((line = reader.readLine()) != null) {
                if (line.isEmpty()) {
                    actions.add(Map.copyOf(action));
                    reply(socket, action);
                    action.clear();
                } else {
                    String[] parts = line.split(":", 2);
                    action.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
                }
            }
        } catch (IOException e) {
            sockets.remove(socket);
        }
    }

    private void reply(Socket socket, Map<String, String> action) throws IOException {
        String name = action.getOrDefault("action", "");
        String id = "ActionID: " + action.get("actionid");
        boolean wrongSecret = name.equals("Login") && action.getOrDefault("key", "").isEmpty();
        if (name.equals(mute)) {
            return;
        }
        if (name.equals(refuses) || wrongSecret) {
            send(socket, List.of("Response: Error", id, "Message: Authentication failed"));
            return;
        }
        switch (name) {
            case "Challenge" -> send(socket, List.of("Response: Success", id, "Challenge: 123"));
            case "CoreSettings" -> send(socket, List.of("Response: Success", id, "AsteriskVersion: 22.10.1"));
            case "CoreShowChannels" -> {
                send(socket, List.of("Response: Success", id, "EventList: start"));
                for (List<String> channel : channels) {
                    send(socket, Stream
                            .concat(Stream.of("Event: CoreShowChannel", id), channel.stream())
                            .toList());
                }
                send(socket, List.of("Event: CoreShowChannelsComplete", id, "EventList: Complete"));
            }
            default -> send(socket, List.of("Response: Success", id));
        }
        if (name.equals("Login") && boots) {
            send(socket, List.of("Event: FullyBooted", "Status: Fully Booted"));
            for (List<String> event : early) {
                send(socket, event);
            }
        }
    }

    private static void send(Socket socket, List<String> headers) throws IOException {
        synchronized (socket) {
            Writer writer = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8);
            writer.write(String.join("\r\n", headers) + "\r\n\r\n");
            writer.flush();
        }
    }
}
