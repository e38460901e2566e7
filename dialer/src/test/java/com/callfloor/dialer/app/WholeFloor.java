package com.callfloor.dialer.app;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import com.callfloor.dialer.testing.StereoSound;
import com.fasterxml.jackson.databind.JsonNode;

import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;

/** Everything that {@code up} starts, with debtors of the test's choice and agents that the test plays. */
final class WholeFloor implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final FloorParts parts;
    final Books books;
    Dialer dialer;
    ApiClient api;
    private final Optional<Path> spool;
    private final DemoStaff staff;
    private final List<AgentConsole> consoles = new ArrayList<>();

    /** Opens it and imports the plan's case file; nobody is called before an agent is ready. */
    static WholeFloor open(FloorPlan plan) throws Exception {
        return open(plan, true);
    }

    /** One whose recordings are taken in by a recorder beside the PBX. */
    static WholeFloor withRemoteRecorder(FloorPlan plan) throws Exception {
        return open(plan, false);
    }

    private static WholeFloor open(FloorPlan plan, boolean seesTheSpool) throws Exception {
        var parts = new FloorParts(plan);
        try {
            var floor = new WholeFloor(parts, seesTheSpool ? Optional.of(parts.pbx.recordings()) : Optional.empty());
            floor.importCases(plan.debtors());
            return floor;
        } catch (Exception e) {
            parts.close();
            throw e;
        }
    }

    private WholeFloor(FloorParts parts, Optional<Path> spool) throws Exception {
        this.parts = parts;
        this.spool = spool;
        books = Books.open(parts.home, parts.config, parts.databaseSettings(), parts.clock);
        staff = new DemoStaff(books.staff, parts.machine.secrets());
        staff.hire(parts.accounts, parts.home.apiToken());
        dialer = new Dialer(parts.forDialer(spool), books);
        String token = parts.machine.secrets().of("api-token");
        api = dialer.certificate.map(shown -> ApiClient.withToken(dialer.address, token, shown.trusted()))
                .orElseGet(() -> ApiClient.withToken(dialer.address, token));
    }

    /** Ends the dialer and starts another one over the same books and PBX; whoever is signed in signs in again. */
    void restart() throws Exception {
        consoles.forEach(AgentConsole::close);
        consoles.clear();
        dialer.close();
        dialer = new Dialer(parts.forDialer(spool), books);
        api = ApiClient.withToken(dialer.address, parts.machine.secrets().of("api-token"));
    }

    JsonNode importCases(Debtors debtors) throws IOException, InterruptedException {
        parts.carrier.behave(debtors.behaviours());
        JsonNode result = importCases(debtors.caseFile());
        if (result.path("bad").asInt() > 0) {
            throw new IllegalArgumentException("the debtors of this test are unusable: " + result);
        }
        return result;
    }

    JsonNode importCases(String caseFile) throws IOException, InterruptedException {
        HttpResponse<String> answer = api.post("/api/imports?name=test.csv", "text/csv", caseFile);
        if (answer.statusCode() != 200) {
            throw new IOException(answer.body());
        }
        return ApiClient.JSON.readTree(answer.body());
    }

    /** What somebody types into the sign-in page. */
    String passwordOf(String login) {
        return requireNonNull(staff.signIns().get(login));
    }

    /** Signs agent number {@code nth} in; the first is 1. */
    AgentConsole agent(int nth) throws IOException, InterruptedException {
        return console("agent" + nth);
    }

    /** Opens the supervisor's wall. */
    AgentConsole supervisor() throws IOException, InterruptedException {
        return console("supervisor");
    }

    private AgentConsole console(String login) throws IOException, InterruptedException {
        var console = new AgentConsole(dialer.address, login, requireNonNull(staff.signIns().get(login)));
        consoles.add(console);
        return console;
    }

    /** The attempts at a case, newest first. */
    JsonNode calls(String caseRef) {
        return items("/api/calls?case=" + caseRef, items -> true);
    }

    /** The only attempt at a case, as soon as it is in this state. */
    JsonNode call(String caseRef, String state) {
        return items("/api/calls?case=" + caseRef, items -> first(items).equals(state)).path(0);
    }

    /** The recording of a case's only answered attempt, as soon as it is in this state. */
    JsonNode recording(String caseRef, String state) {
        return items("/api/recordings?case=" + caseRef, items -> first(items).equals(state)).path(0);
    }

    private static String first(JsonNode items) {
        return items.path(0).path("state").asText();
    }

    /** Asks again as long as they are not as wanted, or the floor says that it is not able to tell just now. */
    private JsonNode items(String path, Predicate<JsonNode> wanted) {
        return await(path).atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(ApiClient.NotAvailable.class)
                .until(() -> api.get(path).path("items"), wanted);
    }

    StereoSound sound(JsonNode recording) throws IOException, InterruptedException {
        return StereoSound.ofOgg(api.bytes(recording.path("audio").asText()).body());
    }

    @Override
    public void close() {
        consoles.forEach(AgentConsole::close);
        dialer.close();
        books.close();
        parts.close();
    }
}
