package com.callfloor.dialer.web;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Client;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The published description, the table and the served API must say the same about who may do what. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTableTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch", "head", "options");

    private WebFixture web;
    private List<Described> described;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        web = new WebFixture(folder);
        described = read();
    }

    @AfterAll
    void stop() {
        web.close();
    }

    @Test
    void everyOperationIsDescribedAndEveryDescriptionIsServed() {
        Set<String> served = Stream.of(Operation.values())
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toSet());

        assertThat(described.stream().map(Described::address)).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void theDescriptionNamesTheSameRolesAsTheTable() {
        for (Operation operation : Operation.values()) {
            Set<String> permitted = Stream.of(Role.values())
                    .filter(operation::permits)
                    .map(Role::code)
                    .collect(Collectors.toCollection(TreeSet::new));
            Described text = described.stream()
                    .filter(one -> one.address().equals(operation.method() + " " + operation.path()))
                    .findFirst()
                    .orElseThrow();

            assertThat(text.roles()).as(text.address())
                    .isEqualTo(operation.open() ? Set.of("anyone") : permitted);
        }
    }

    @Test
    void everyWriteOfASignedInCallerIsDescribedWithItsIdempotencyKey() throws Exception {
        try (InputStream yaml = AccessTableTest.class.getResourceAsStream("/openapi.yaml")) {
            JsonNode paths = new YAMLMapper().readTree(yaml).get("paths");
            for (Operation operation : Operation.values()) {
                JsonNode text = paths.get(operation.path())
                        .get(operation.method().name().toLowerCase(Locale.ROOT));
                boolean write = Set.of("POST", "PUT", "PATCH").contains(operation.method().name())
                        && !operation.open() && !operation.holdsSecret();

                assertThat(text.path("parameters").toString().contains("parameters/idempotencyKey"))
                        .as(operation.name())
                        .isEqualTo(write);
            }
        }
    }

    /** An unquoted comma in a flow mapping ends a text there and makes a key of the rest; a key that is there twice hides one. */
    @Test
    void noTextOfTheDescriptionIsCutOffAndNoKeyIsThereTwice() throws Exception {
        try (InputStream yaml = AccessTableTest.class.getResourceAsStream("/openapi.yaml")) {
            JsonNode all = new YAMLMapper().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature())
                    .readTree(yaml);

            assertThat(keys(all)).filteredOn(key -> key.contains(" ")).isEmpty();
        }
    }

    private static List<String> keys(JsonNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        node.forEach(child -> keys.addAll(keys(child)));
        return keys;
    }

    @TestFactory
    Stream<DynamicTest> everyRoleIsLetThroughOrKeptOutAsDescribed() {
        return described.stream()
                .flatMap(operation -> Stream.of(Role.values())
                        .map(role -> DynamicTest.dynamicTest(
                                role.code() + " " + operation.address(), () -> {
                                    // A session of its own would be ended by signing out.
                                    int status = operation.ask(web.program(role)).status();
                                    if (operation.permits(role)) {
                                        assertThat(status).isNotIn(401, 403, 405, 500);
                                    } else {
                                        assertThat(status).isEqualTo(403);
                                    }
                                })));
    }

    @TestFactory
    Stream<DynamicTest> nobodyIsLetThroughWithoutACredentialExceptWhereAnyoneMay() {
        return described.stream().map(operation -> DynamicTest.dynamicTest(operation.address(), () -> {
            Answer answer = operation.ask(web.anonymous());
            if (operation.roles().contains("anyone")) {
                assertThat(answer.status()).isNotIn(401, 403, 405, 500);
            } else {
                assertThat(answer.status()).isEqualTo(401);
                assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> anUnknownTokenIsWorthAsMuchAsNone() {
        return described.stream()
                .filter(operation -> !operation.roles().contains("anyone"))
                .map(operation -> DynamicTest.dynamicTest(operation.address(), () -> assertThat(
                        operation.ask(web.anonymous().with("Authorization", "Bearer guess")).status())
                        .isEqualTo(401)));
    }

    private static List<Described> read() throws Exception {
        List<Described> all = new ArrayList<>();
        try (InputStream yaml = AccessTableTest.class.getResourceAsStream("/openapi.yaml")) {
            for (Map.Entry<String, JsonNode> path : new YAMLMapper().readTree(yaml).get("paths").properties()) {
                for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                    if (METHODS.contains(method.getKey())) {
                        Set<String> roles = new TreeSet<>();
                        method.getValue().get("x-roles").forEach(role -> roles.add(role.asText()));
                        all.add(new Described(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), roles));
                    }
                }
            }
        }
        return all;
    }

    private record Described(String method, String path, Set<String> roles) {
        String address() {
            return method + " " + path;
        }

        boolean permits(Role role) {
            return roles.contains("anyone") || roles.contains(role.code());
        }

        Answer ask(Client client) {
            String id = path.contains("calls") || path.contains("record") ? Samples.attempt(1).toString() : "1";
            return client.send(method, path.replace("{id}", id).replaceAll("\\{\\w+}", "1"), new byte[0]);
        }
    }
}
