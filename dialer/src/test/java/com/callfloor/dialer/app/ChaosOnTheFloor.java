package com.callfloor.dialer.app;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import com.callfloor.dialer.calls.CallLog;
import com.callfloor.dialer.local.DebtorBehaviour;
import com.callfloor.dialer.local.LocalFloorException;
import com.callfloor.dialer.simulation.Habits;
import com.callfloor.dialer.simulation.SimulatedAgents;
import com.callfloor.dialer.supervision.CampaignMode;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A floor on which everything goes wrong all the time: agents leave, channels are cut at random, the PBX reloads and dies,
 * the carrier goes away. Afterwards nothing may be left over.
 */
public final class ChaosOnTheFloor implements AutoCloseable {
    private static final Duration LONGEST_QUIETING = Duration.ofMinutes(2);
    private static final Habits HABITS = new Habits(Duration.ofMillis(500), Duration.ofSeconds(8),
            Duration.ofSeconds(1));

    private final Random random;
    private final int agents;
    private final WholeFloor floor;
    private final SimulatedAgents people;
    private final List<ApiClient> sessions = new ArrayList<>();
    private final Map<String, Integer> done = new TreeMap<>();

    private interface Deed {
        void run() throws IOException, InterruptedException;
    }

    /** What was left over; all is well if it is empty. */
    public record Remains(List<String> leftovers, Map<String, Integer> deeds, CallLog.Totals calls) {
        @Override
        public String toString() {
            return "deeds      " + deeds + "\ncalls      " + calls + "\nleft over  "
                    + (leftovers.isEmpty() ? "nothing" : String.join("\n           ", leftovers));
        }
    }

    public ChaosOnTheFloor(int agents, Duration time, long seed) throws Exception {
        this.agents = agents;
        random = new Random(seed);
        Debtors debtors = Debtors.numberedFrom(50_000);
        for (int i = 0; i < agents * time.toSeconds() / 2 + 50; i++) {
            debtors.with("K" + i, behaviour());
        }
        floor = WholeFloor.open(new FloorPlan("chaos", agents, debtors,
                Map.of("FLOOR_DIALING_MODE", "predictive", "FLOOR_DIALING_ABANDON_CAP", "0.1")));
        Map<String, String> signIns = new HashMap<>();
        for (int i = 1; i <= agents; i++) {
            String login = "agent" + i;
            signIns.put(login, floor.passwordOf(login));
            sessions.add(ApiClient.signedIn(floor.dialer.address, login, floor.passwordOf(login)));
        }
        people = new SimulatedAgents(signIns, floor.dialer.address, HABITS, floor.parts.clock, new Random(seed));
        people.start();
    }

    private DebtorBehaviour behaviour() {
        Duration ring = Duration.ofMillis(200 + random.nextInt(2_500));
        return switch (random.nextInt(10)) {
            case 0 -> new DebtorBehaviour.Busy(ring);
            case 1 -> new DebtorBehaviour.NotInService();
            case 2 -> new DebtorBehaviour.Congested();
            case 3 -> new DebtorBehaviour.HangsUp(ring);
            case 4 -> new DebtorBehaviour.NoAnswer();
            default -> new DebtorBehaviour.Talks(ring, Duration.ofMillis(500 + random.nextInt(8_000)));
        };
    }

    /** One thing goes wrong every second or so. */
    public Remains rage(Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(300 + random.nextInt(1_400));
            doOne();
        }
        return quiet();
    }

    private void doOne() throws InterruptedException {
        int dice = random.nextInt(100);
        if (dice < 40) {
            does("a channel is cut", this::cutChannel);
        } else if (dice < 70) {
            does("an agent leaves", this::agentLeaves);
        } else if (dice < 85) {
            does("the PBX reloads",
                    () -> floor.parts.pbx.cli(random.nextBoolean() ? "core reload" : "dialplan reload"));
        } else if (dice < 95) {
            does("the manager link is cut", this::cutLink);
        } else if (dice < 98) {
            does("the carrier dies", () -> {
                floor.parts.carrier.kill();
                floor.parts.carrier.start();
            });
        } else {
            does("the PBX dies", () -> {
                floor.parts.pbx.kill();
                floor.parts.pbx.start();
            });
        }
    }

    private void does(String what, Deed deed) throws InterruptedException {
        try {
            deed.run();
            done.merge(what, 1, Integer::sum);
        } catch (IOException | LocalFloorException e) {
            done.merge(what + ", in vain", 1, Integer::sum);
        }
    }

    private void cutChannel() {
        List<String> channels = channels();
        if (!channels.isEmpty()) {
            floor.parts.pbx.cli("channel request hangup " + channels.get(random.nextInt(channels.size())));
        }
    }

    private void agentLeaves() throws IOException, InterruptedException {
        String state = random.nextBoolean() ? "signed_out" : "break";
        sessions.get(random.nextInt(agents)).post("/api/agents/me/state", Map.of("state", state));
    }

    private void cutLink() {
        for (String line : floor.parts.pbx.cli("manager show connected").lines().toList()) {
            String[] words = line.strip().split("\\s+", -1);
            if (words.length > 5 && words[0].equals("callfloor")) {
                floor.parts.pbx.cli("manager kick session " + words[4]);
            }
        }
    }

    /** The PBX's channels by name. */
    private List<String> channels() {
        return floor.parts.pbx.cli("core show channels concise")
                .lines()
                .filter(line -> line.contains("!"))
                .map(line -> line.substring(0, line.indexOf('!')))
                .toList();
    }

    /** Nobody is dialed any more: what is up must come to its end by itself. */
    private Remains quiet() throws Exception {
        floor.dialer.floor.mode("default", CampaignMode.PAUSED).toCompletableFuture().join();
        Waiting.until(() -> leftovers().isEmpty(), LONGEST_QUIETING);
        return new Remains(leftovers(), done, floor.dialer.callTotals());
    }

    private List<String> leftovers() {
        List<String> left = new ArrayList<>();
        floor.dialer.floor.current().calls().forEach(call -> left.add("call " + call.attempt() + " is open"));
        channels().stream()
                .filter(name -> name.contains("carrier"))
                .forEach(name -> left.add("channel " + name + " is up"));
        if (channels().size() > agents) {
            left.add(channels().size() + " channels for " + agents + " agents");
        }
        long open = floor.dialer.callTotals().open();
        if (open > 0) {
            left.add(open + " attempts are open in the books");
        }
        try {
            for (JsonNode agent : floor.api.get("/api/agents").path("items")) {
                if (!agent.path("state").asText().equals("ready") || !agent.path("leg").asText().equals("up")) {
                    left.add("agent " + agent.path("name").asText() + " is " + agent.path("state").asText()
                            + " with the leg " + agent.path("leg").asText());
                }
            }
        } catch (IOException e) {
            left.add("the floor does not answer: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return left;
    }

    @Override
    public void close() {
        people.close();
        floor.close();
    }
}
