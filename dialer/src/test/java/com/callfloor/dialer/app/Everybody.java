package com.callfloor.dialer.app;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.simulation.Habits;
import com.callfloor.dialer.simulation.SimulatedAgents;

/** All agents of a whole floor, simulated. */
final class Everybody implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final WholeFloor floor;
    private final SimulatedAgents people;

    Everybody(WholeFloor floor, Habits habits) {
        this.floor = floor;
        Map<String, String> signIns = new HashMap<>();
        for (int i = 1; i <= floor.parts.accounts.size(); i++) {
            signIns.put("agent" + i, floor.passwordOf("agent" + i));
        }
        people = new SimulatedAgents(signIns, floor.dialer.address, habits, floor.parts.clock, new Random(1));
    }

    /** Signs them in and waits until every one is ready, with the headset connected. */
    void getReady() throws InterruptedException {
        people.start();
        int agents = floor.parts.accounts.size();
        until("every agent is ready", () -> floor.dialer.floor.current()
                .agents()
                .stream()
                .filter(agent -> agent.state().code().equals("ready") && agent.leg() instanceof AgentLeg.Up)
                .count() == agents);
    }

    /** @throws IllegalStateException if it does not come true for minutes */
    static void until(String what, BooleanSupplier met) throws InterruptedException {
        until(what, met, () -> "");
    }

    /** The same; {@code stand} tells how far things were. */
    static void until(String what, BooleanSupplier met, Supplier<String> stand) throws InterruptedException {
        if (!Waiting.until(met, LONGEST)) {
            throw new IllegalStateException(what + ": not within " + LONGEST.toMinutes() + " min; " + stand.get());
        }
    }

    @Override
    public void close() {
        people.close();
    }
}
