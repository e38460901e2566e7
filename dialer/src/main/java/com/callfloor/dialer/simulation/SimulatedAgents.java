package com.callfloor.dialer.simulation;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.random.RandomGenerator;

import javax.net.ssl.SSLContext;

/** All simulated agents of a demo floor. */
public final class SimulatedAgents implements AutoCloseable {
    private final HttpClient http;
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("simulated-agents").factory());
    private final List<SimulatedAgent> agents = new ArrayList<>();
    private final List<Duration> answerToScreenPop = new CopyOnWriteArrayList<>();

    /** Makes one agent for each login and password; they begin with {@link #start()}. */
    public SimulatedAgents(Map<String, String> passwordsByLogin, URI floor, Habits habits, Clock clock,
            RandomGenerator random) {
        this(passwordsByLogin, floor, habits, clock, random, HttpClient.newHttpClient());
    }

    /** The same on a floor that shows a certificate which only {@code trusted} knows. */
    public SimulatedAgents(Map<String, String> passwordsByLogin, URI floor, Habits habits, Clock clock,
            RandomGenerator random, SSLContext trusted) {
        this(passwordsByLogin, floor, habits, clock, random, HttpClient.newBuilder().sslContext(trusted).build());
    }

    private SimulatedAgents(Map<String, String> passwordsByLogin, URI floor, Habits habits, Clock clock,
            RandomGenerator random, HttpClient http) {
        this.http = http;
        passwordsByLogin.forEach((login, password) -> agents.add(new SimulatedAgent(login, password,
                new FloorApi(http, floor), habits, clock, random, scheduler, answerToScreenPop::add)));
    }

    public void start() {
        agents.forEach(agent -> scheduler.execute(agent::work));
    }

    /** From the debtor's answer to the screen pop's arrival at the agent, one for each call so far. */
    public List<Duration> answerToScreenPop() {
        return List.copyOf(answerToScreenPop);
    }

    @Override
    public void close() {
        scheduler.execute(() -> agents.forEach(SimulatedAgent::leave));
        scheduler.shutdown();
        http.shutdownNow();
    }
}
