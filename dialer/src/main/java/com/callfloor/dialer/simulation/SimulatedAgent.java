package com.callfloor.dialer.simulation;

import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One agent who signs in, gets ready, talks, ends calls that last too long and presses dispositions. Everything after the
 * sign-in runs on the given scheduler's one thread.
 */
final class SimulatedAgent {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedAgent.class);
    private static final Duration RECONNECT_AFTER = Duration.ofMillis(500);
    private static final List<String> DISPOSITIONS = List.of("promise_to_pay", "promise_to_pay", "call_back", "refuses",
            "hardship", "claims_paid", "no_conversation");

    private final String login;
    private final String password;
    private final FloorApi api;
    private final Habits habits;
    private final Clock clock;
    private final RandomGenerator random;
    private final ScheduledExecutorService scheduler;
    private final Consumer<Duration> popSeen;
    private String state = "";
    private String call = "";
    private String popped = "";
    private JsonNode due = MissingNode.getInstance();
    private String previewed = "";
    private volatile boolean closed;
    private @Nullable WebSocket feed;

    SimulatedAgent(String login, String password, FloorApi api, Habits habits, Clock clock, RandomGenerator random,
            ScheduledExecutorService scheduler, Consumer<Duration> popSeen) {
        this.login = login;
        this.password = password;
        this.api = api;
        this.habits = habits;
        this.clock = clock;
        this.random = random;
        this.scheduler = scheduler;
        this.popSeen = popSeen;
    }

    /** Signs in, listens, gets ready; goes on trying by itself while the floor is away. */
    void work() {
        if (closed) {
            return;
        }
        try {
            api.signIn(login, password);
            var unused = api.live(new Feed()).whenComplete((socket, failure) -> scheduler.execute(() -> {
                if (failure != null) {
                    again("no live feed: " + failure.getMessage());
                } else {
                    feed = socket;
                }
            }));
        } catch (IOException e) {
            again(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void leave() {
        closed = true;
        if (feed != null) {
            feed.abort();
        }
    }

    private void again(String why) {
        if (!closed) {
            LOG.debug("{} tries again: {}", login, why);
            after(RECONNECT_AFTER, this::work);
        }
    }

    private void heard(String text) {
        try {
            JsonNode message = api.parse(text);
            switch (message.path("type").asText()) {
                case "agent" -> moved(message.path("agent"));
                case "preview" -> previewed(message.path("preview"));
                case "screen_pop" -> popped(message.path("pop"));
                default -> LOG.trace("{} ignores {}", login, message.path("type"));
            }
        } catch (IOException e) {
            LOG.warn("{} could not read a message of the floor", login, e);
        }
    }

    private void previewed(JsonNode preview) {
        String id = preview.path("calling").asBoolean() ? "" : preview.path("id").asText("");
        if (!id.isEmpty() && !id.equals(previewed)) {
            after(share(habits.preview(), 0.5, 1.5), () -> callIfStillThere(id));
        }
        previewed = id;
    }

    /** The rules may say no by now: then the floor shows the next case by itself. */
    private void callIfStillThere(String id) {
        if (previewed.equals(id)) {
            post("/api/previews/" + id + "/call", api.object(), Set.of(409));
        }
    }

    private void popped(JsonNode pop) {
        String attempt = pop.path("attempt_id").asText();
        if (popped.equals(attempt)) {
            return;
        }
        popped = attempt;
        due = pop.path("case").path("amount_due");
        if (!pop.path("connected").asBoolean()) {
            popSeen.accept(Duration.between(Instant.parse(pop.path("answered_at").asText()), clock.instant()));
        }
    }

    private void moved(JsonNode agent) {
        String next = agent.path("state").asText();
        String attempt = agent.path("attempt").asText("");
        boolean news = !next.equals(state) || !attempt.equals(call);
        state = next;
        call = attempt;
        if (!news) {
            return;
        }
        switch (next) {
            case "signed_out", "break" -> post("/api/agents/me/state", "state", "ready");
            case "on_call" -> after(share(habits.longestTalk(), 0.5, 1.0), () -> endIfStillOn(attempt));
            case "wrap_up" -> after(share(habits.wrapUp(), 0.5, 1.5), () -> dispose(attempt));
            default -> LOG.trace("{} is {}", login, next);
        }
    }

    private void endIfStillOn(String attempt) {
        if (state.equals("on_call") && call.equals(attempt)) {
            // The debtor may have hung up a moment before.
            post("/api/calls/" + attempt + "/hangup", api.object(), Set.of(404));
        }
    }

    private void dispose(String attempt) {
        if (state.equals("wrap_up") && call.equals(attempt)) {
            post("/api/calls/" + attempt + "/disposition",
                    outcome(DISPOSITIONS.get(random.nextInt(DISPOSITIONS.size()))), Set.of());
        }
    }

    /** Nobody promises, or has paid, where nothing is known to be due. */
    private ObjectNode outcome(String disposition) {
        ObjectNode outcome = api.object().put("disposition", disposition);
        boolean ofMoney = disposition.equals("promise_to_pay") || disposition.equals("claims_paid");
        if (!ofMoney) {
            return outcome;
        }
        if (due.path("minor").asLong() <= 0) {
            return outcome.put("disposition", "no_conversation");
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (disposition.equals("claims_paid")) {
            return outcome.put("paid_at", today.minusDays(2).toString())
                    .put("amount", due.path("text").asText())
                    .put("channel", "bank_transfer");
        }
        outcome.putArray("instalments")
                .addObject()
                .put("date", today.plusDays(2L + random.nextInt(5)).toString())
                .put("amount", due.path("text").asText());
        return outcome;
    }

    private void post(String path, String key, String value) {
        post(path, api.object().put(key, value), Set.of());
    }

    private void post(String path, ObjectNode body, Set<Integer> fine) {
        var unused = api.postAsync(path, body).whenComplete((status, failure) -> {
            if (!closed && (failure != null || (status >= 400 && !fine.contains(status)))) {
                LOG.warn("{}: {} was answered by {}", login, path, failure == null ? status : failure.toString());
            }
        });
    }

    private Duration share(Duration whole, double from, double to) {
        return Duration.ofMillis(Math.round(whole.toMillis() * random.nextDouble(from, to)));
    }

    private void after(Duration wait, Runnable task) {
        var unused = scheduler.schedule(task, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Collects message parts and hands whole messages to the scheduler's thread. */
    private final class Feed implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                String message = parts.toString();
                parts.setLength(0);
                scheduler.execute(() -> heard(message));
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            scheduler.execute(() -> again("the feed was closed: " + reason));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable failure) {
            scheduler.execute(() -> again("the feed broke: " + failure.getMessage()));
        }
    }
}
