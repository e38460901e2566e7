package com.callfloor.dialer.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.floor.Latencies;
import com.callfloor.dialer.local.ManagerAccess;

/**
 * What the PBX can do for somebody who thinks of nothing: originates, joins the first free agent to whoever answers, knows
 * no rules and writes nothing down. One thread reads, and acts on what it reads.
 */
final class BareScript implements AutoCloseable {
    private static final double ANSWERED = 6;
    /** Longer than any call of the measurement: what is silent for so long has been lost by the PBX. */
    private static final Duration LOST_AFTER = Duration.ofSeconds(20);

    private final Socket socket;
    private final BufferedReader in;
    private final Deque<String> numbers = new ArrayDeque<>();
    private final Deque<String> freeAgents = new ArrayDeque<>();
    private final Map<String, Double> answeredAt = new HashMap<>();
    private final Map<String, String> agentOf = new HashMap<>();
    private final Set<String> up = new HashSet<>();
    private Latencies answerToBridge = new Latencies();
    private int placed;

    BareScript(ManagerAccess access) throws IOException {
        socket = new Socket(access.host(), access.port());
        socket.setSoTimeout((int) LOST_AFTER.toMillis());
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        in.readLine();
        send("Login", "Username: " + access.user(), "Secret: " + access.secret());
        read();
    }

    /** Keeps an agent's phone up for the joins to come. */
    void nailUp(List<String> extensions) throws IOException {
        for (String extension : extensions) {
            send("Originate", "Channel: PJSIP/" + extension, "ChannelId: script-agent-" + extension,
                    "Context: callfloor-agent", "Exten: s", "Priority: 1", "Async: true", "Timeout: 10000",
                    "Variable: CALLFLOOR_AGENT=" + extension);
        }
        while (freeAgents.size() < extensions.size()) {
            Map<String, String> event = read();
            if ("Newstate".equals(event.get("Event")) && "6".equals(event.get("ChannelState"))
                    && id(event).startsWith("script-agent-")) {
                freeAgents.add(id(event));
            }
        }
    }

    /**
     * Calls all these numbers, so many at once; how long the second half of them took. The first one warms up. A call whose
     * end the PBX never tells is not waited for, and not counted as time.
     */
    Duration call(List<String> all, int atOnce) throws IOException {
        numbers.addAll(all);
        answerToBridge = new Latencies();
        for (int i = 0; i < atOnce; i++) {
            next();
        }
        while (placed - up.size() < all.size() / 2) {
            on(read());
        }
        long halfDone = System.nanoTime();
        long lastEnded = halfDone;
        try {
            while (!up.isEmpty()) {
                int before = up.size();
                on(read());
                lastEnded = up.size() < before || !numbers.isEmpty() ? System.nanoTime() : lastEnded;
            }
        } catch (SocketTimeoutException e) {
            System.out.printf(Locale.ROOT, "           script: the PBX never told the end of %d calls%n", up.size());
            up.clear();
        }
        return Duration.ofNanos(lastEnded - halfDone);
    }

    Latencies.View answerToBridge() {
        return answerToBridge.view();
    }

    private void next() throws IOException {
        String number = numbers.poll();
        if (number != null) {
            String id = "script-" + placed++;
            up.add(id);
            send("Originate", "Channel: PJSIP/" + number + "@carrier", "ChannelId: " + id, "Context: callfloor-debtor",
                    "Exten: s", "Priority: 1", "Async: true", "Timeout: 20000", "Variable: CALLFLOOR_LANGUAGE=zh");
        }
    }

    private void on(Map<String, String> event) throws IOException {
        String id = id(event);
        if (!up.contains(id)) {
            return;
        }
        switch (event.getOrDefault("Event", "")) {
            case "Newstate" -> {
                if (Double.parseDouble(event.getOrDefault("ChannelState", "0")) == ANSWERED) {
                    answeredAt.put(id, timestamp(event));
                }
            }
            // As the dialer does: a join before it would go unrecorded.
            case "MixMonitorStart" -> {
                String agent = freeAgents.poll();
                if (agent != null) {
                    agentOf.put(id, agent);
                    send("Bridge", "Channel1: " + id, "Channel2: " + agent, "Tone: Channel2");
                }
            }
            case "BridgeEnter" -> {
                Double answered = answeredAt.remove(id);
                if (answered != null) {
                    answerToBridge.add(Duration.ofNanos((long) ((timestamp(event) - answered) * 1e9)));
                }
            }
            case "Hangup" -> {
                up.remove(id);
                String agent = agentOf.remove(id);
                if (agent != null) {
                    freeAgents.add(agent);
                }
                next();
            }
            default -> {
            }
        }
    }

    private static String id(Map<String, String> event) {
        return event.getOrDefault("Uniqueid", "");
    }

    private static double timestamp(Map<String, String> event) {
        return Double.parseDouble(event.getOrDefault("Timestamp", "0"));
    }

    private void send(String action, String... headers) throws IOException {
        String text = "Action: " + action + "\r\n" + String.join("\r\n", headers) + "\r\n\r\n";
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next event or response. */
    private Map<String, String> read() throws IOException {
        Map<String, String> message = new HashMap<>();
        while (true) {
            String line = in.readLine();
            if (line == null) {
                throw new IOException("the PBX closed the connection");
            }
            if (line.isEmpty()) {
                return message;
            }
            int colon = line.indexOf(": ");
            if (colon > 0) {
                message.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
    }

    /** Returns when its agents' phones are down: whoever is measured next must not carry them. */
    @Override
    public void close() throws IOException {
        Set<String> left = new HashSet<>(freeAgents);
        left.addAll(agentOf.values());
        for (String agent : left) {
            send("Hangup", "Channel: " + agent);
        }
        try {
            while (!left.isEmpty()) {
                Map<String, String> event = read();
                if ("Hangup".equals(event.get("Event"))) {
                    left.remove(id(event));
                }
            }
        } catch (SocketTimeoutException e) {
            System.out.printf(Locale.ROOT, "           script: %d of its agents' phones stay up%n", left.size());
        }
        socket.close();
    }
}
