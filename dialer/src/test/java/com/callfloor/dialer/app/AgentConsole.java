package com.callfloor.dialer.app;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/** An agent's page, or a supervisor's: one session, its live feed, and the buttons. */
final class AgentConsole implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final ApiClient api;
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final WebSocket feed;
    private volatile String disposition = "";

    AgentConsole(URI floor, String login, String password) throws IOException, InterruptedException {
        api = ApiClient.signedIn(floor, login, password);
        URI address = URI.create(floor.toString().replaceFirst("^http", "ws") + "/api/live");
        feed = api.http.newWebSocketBuilder()
                .header("Cookie", api.credential())
                .header("Origin", floor.toString())
                .buildAsync(address, new Feed())
                .join();
    }

    /** Asks for a state: ready, break or signed_out. */
    HttpResponse<String> wish(String state) throws IOException, InterruptedException {
        return api.post("/api/agents/me/state", Map.of("state", state));
    }

    /** Gets ready and waits until the headset is connected. */
    AgentConsole ready() throws IOException, InterruptedException {
        wish("ready");
        awaitAgent(agent -> agent.path("leg").asText().equals("up"));
        return this;
    }

    /** From now on every call is wrapped up at once. */
    AgentConsole disposingEverything(String with) {
        disposition = with;
        return this;
    }

    HttpResponse<String> hangUp(String attempt) throws IOException, InterruptedException {
        return api.post("/api/calls/" + attempt + "/hangup", Map.of());
    }

    /** Asks something of the agent's talk, such as hold or transfer. */
    HttpResponse<String> talk(String attempt, String what, Map<String, ?> body)
            throws IOException, InterruptedException {
        return api.post("/api/calls/" + attempt + "/" + what, body);
    }

    /** Leaves what one is asked about, or is in as a third. */
    int leave(String attempt) throws IOException, InterruptedException {
        return api.delete("/api/calls/" + attempt + "/transfer").statusCode();
    }

    int post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return api.post(path, body).statusCode();
    }

    JsonNode receivers(String attempt) throws IOException, InterruptedException {
        return api.get("/api/calls/" + attempt + "/receivers").path("items");
    }

    /** To whom outside the floor this debtor may be put through. */
    JsonNode outside(String attempt) throws IOException, InterruptedException {
        return api.get("/api/calls/" + attempt + "/outside").path("items");
    }

    HttpResponse<String> dispose(String attempt, String as) throws IOException, InterruptedException {
        return dispose(attempt, as.equals("promise_to_pay") ? promise() : Map.of("disposition", as));
    }

    HttpResponse<String> dispose(String attempt, Map<String, ?> body) throws IOException, InterruptedException {
        return api.post("/api/calls/" + attempt + "/disposition", body);
    }

    /** One yuan, two days after the latest answer by the floor's clock. */
    private Map<String, ?> promise() {
        String answeredAt = heard("screen_pop").map(message -> message.path("pop").path("answered_at").asText())
                .reduce((earlier, later) -> later)
                .orElseThrow();
        LocalDate day = LocalDate.ofInstant(Instant.parse(answeredAt), ZoneOffset.UTC).plusDays(2);
        return Map.of("disposition", "promise_to_pay", "instalments",
                List.of(Map.of("date", day.toString(), "amount", "1.00")));
    }

    JsonNode agent() throws IOException, InterruptedException {
        return api.get("/api/agents/me").path("agent");
    }

    /** The first screen pop of a case. */
    JsonNode awaitPop(String caseRef) {
        await("screen pop of " + caseRef).atMost(PATIENCE).until(() -> popOf(caseRef).isPresent());
        return popOf(caseRef).orElseThrow();
    }

    /** The latest screen pop of a case, once it is as wanted. */
    void awaitPop(String caseRef, Predicate<JsonNode> wanted) {
        await("screen pop of " + caseRef).atMost(PATIENCE)
                .until(() -> heard("screen_pop").map(message -> message.path("pop"))
                        .filter(pop -> pop.path("case").path("case_ref").asText().equals(caseRef))
                        .reduce((earlier, later) -> later)
                        .filter(wanted)
                        .isPresent());
    }

    /** The first live call that the wall shows, once it is as wanted. */
    JsonNode awaitLive(Predicate<JsonNode> wanted) {
        return await("live call").atMost(PATIENCE)
                .until(() -> heard("calls").reduce((earlier, later) -> later)
                        .map(message -> message.path("items").path(0))
                        .filter(wanted)
                        .orElse(null), call -> call != null);
    }

    Optional<JsonNode> popOf(String caseRef) {
        return heard("screen_pop").map(message -> message.path("pop"))
                .filter(pop -> pop.path("case").path("case_ref").asText().equals(caseRef))
                .findFirst();
    }

    /** The latest word about this call of the agent's, once it is this. */
    void awaitCall(String attempt, String state) {
        await("call " + state).atMost(PATIENCE)
                .until(() -> heard("call").filter(call -> call.path("attempt_id").asText().equals(attempt))
                        .reduce((earlier, later) -> later)
                        .filter(call -> call.path("state").asText().equals(state))
                        .isPresent());
    }

    /** The latest word about the agent, once it is as wanted. */
    JsonNode awaitAgent(Predicate<JsonNode> wanted) {
        await("agent").atMost(PATIENCE).until(() -> latest().filter(wanted).isPresent());
        return latest().orElseThrow();
    }

    JsonNode awaitState(String state) {
        return awaitAgent(agent -> agent.path("state").asText().equals(state));
    }

    private Optional<JsonNode> latest() {
        return heard("agent").map(message -> message.path("agent")).reduce((earlier, later) -> later);
    }

    private Stream<JsonNode> heard(String type) {
        return heard.stream().filter(message -> message.path("type").asText().equals(type));
    }

    @Override
    public void close() {
        feed.abort();
        api.http.shutdownNow();
    }

    private final class Feed implements WebSocket.Listener {
        private final StringBuilder parts = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                take(parts.toString());
                parts.setLength(0);
            }
            socket.request(1);
            return null;
        }

        private void take(String text) {
            try {
                JsonNode message = ApiClient.JSON.readTree(text);
                heard.add(message);
                JsonNode agent = message.path("agent");
                if (!disposition.isEmpty() && agent.path("state").asText().equals("wrap_up")) {
                    Thread.ofVirtual().start(() -> disposeQuietly(agent.path("attempt").asText()));
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(text, e);
            }
        }

        private void disposeQuietly(String attempt) {
            try {
                dispose(attempt, disposition);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
