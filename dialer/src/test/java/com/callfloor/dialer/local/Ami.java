package com.callfloor.dialer.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/** The manager interface, spoken by hand: what the PBX says, and not what a library makes of it. */
final class Ami implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Socket socket;
    private final List<Message> heard = new CopyOnWriteArrayList<>();
    private final AtomicInteger actions = new AtomicInteger();
    private volatile Consumer<Message> listener = message -> {
    };

    Ami(ManagerAccess access) throws IOException {
        socket = new Socket(access.host(), access.port());
        BufferedReader in = new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        in.readLine();
        Thread.ofPlatform().daemon().start(() -> read(in));
        ask("Login", Map.of("Username", access.user(), "Secret", access.secret()));
    }

    /** Heard by the reading thread before anybody else. */
    void onMessage(Consumer<Message> heardBy) {
        listener = heardBy;
    }

    Message ask(String action, Map<String, String> fields) throws IOException {
        String id = "t" + actions.incrementAndGet();
        StringBuilder text = new StringBuilder("Action: " + action + "\r\nActionID: " + id + "\r\n");
        fields.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        socket.getOutputStream().write(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        return awaited(message -> message.is("ActionID", id) && message.has("Response"));
    }

    Message dial(String channel, String id, String context, String variable, Duration longestRing) throws IOException {
        return ask("Originate",
                Map.of("Channel", channel, "ChannelId", id, "Context", context, "Exten", "s", "Priority", "1", "Async",
                        "true", "Timeout", Long.toString(longestRing.toMillis()), "CallerID", "<4001>", "Variable",
                        variable));
    }

    Message awaited(Predicate<Message> wanted) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> heard.stream().anyMatch(wanted));
        return heard.stream().filter(wanted).findFirst().orElseThrow();
    }

    List<Message> about(String uniqueId) {
        return heard.stream().filter(message -> message.is("Uniqueid", uniqueId)).toList();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void read(BufferedReader in) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty()) {
                    Message message = new Message(Map.copyOf(fields), System.nanoTime());
                    listener.accept(message);
                    heard.add(message);
                    fields.clear();
                } else {
                    int colon = line.indexOf(": ");
                    fields.putIfAbsent(colon < 0 ? line : line.substring(0, colon),
                            colon < 0 ? "" : line.substring(colon + 2));
                }
            }
        } catch (IOException e) {
            fields.clear();
        }
    }

    /** An event or a response. */
    record Message(Map<String, String> fields, long heardNanos) {
        @Nullable
        String get(String name) {
            return fields.get(name);
        }

        String text(String name) {
            return fields.getOrDefault(name, "");
        }

        boolean has(String name) {
            return fields.containsKey(name);
        }

        boolean is(String name, String value) {
            return value.equals(fields.get(name));
        }

        boolean isEvent(String event, String uniqueId) {
            return is("Event", event) && is("Uniqueid", uniqueId);
        }

        Duration since(Message earlier) {
            return Duration.ofNanos(heardNanos - earlier.heardNanos);
        }
    }
}
