package com.callfloor.dialer.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

/**
 * What {@code openapi.yaml} promises of an answer, held against the answers that the server gives: its status, its media
 * type, and every field of its JSON. Fields that are not described are found too, and
 * refusals that are told in English only.
 */
public final class OpenApiContract {
    private static final String ADDRESS = "https://callfloor.test/openapi";
    /** Which the description promises for every operation that needs a sign-in. */
    private static final Set<Integer> EVERYWHERE = Set.of(401, 403, 500, 503);
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode root;
    private final SchemaRegistry schemas;
    private final List<Described> operations = new ArrayList<>();

    private record Described(String method, String path, Pattern pattern, JsonNode text) {}

    private OpenApiContract(JsonNode root) {
        this.root = root;
        for (Map.Entry<String, JsonNode> schema : root.at("/components/schemas").properties()) {
            close(schema.getValue(), false);
        }
        this.schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of(ADDRESS, root.toString())));
        for (Map.Entry<String, JsonNode> path : root.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(new Described(method.getKey().toUpperCase(Locale.ROOT), path.getKey(),
                            Pattern.compile(path.getKey().replaceAll("\\{\\w+}", "[^/]+")), method.getValue()));
                }
            }
        }
        // An address written out goes before one with a blank in it, as the server has it.
        operations.sort(Comparator.comparing(each -> each.path().contains("{")));
    }

    /** Reads the description that the server publishes. */
    public static OpenApiContract published() {
        try (InputStream yaml = OpenApiContract.class.getResourceAsStream("/openapi.yaml")) {
            return new OpenApiContract(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares one answer. What no operation describes is not looked at.
     *
     * @param path with or without a query
     * @throws AssertionError what is otherwise than described
     */
    public void check(String method, String path, int status, String mediaType, byte[] body) {
        String plain = path.replaceFirst("\\?.*", "");
        String asked = method.equals("HEAD") ? "GET" : method;
        Optional<Described> operation = operations.stream()
                .filter(each -> each.method().equals(asked) && each.pattern().matcher(plain).matches())
                .findFirst();
        if (operation.isPresent() && status != 101) {
            check(method, operation.get(), status, mediaType.replaceFirst(";.*", "").strip(), body);
        }
    }

    private void check(String method, Described operation, int status, String mediaType, byte[] body) {
        String what = method + " " + operation.path() + " answered " + status;
        JsonNode response = response(operation, status, what);
        JsonNode content = response.path("content");
        if (content.isMissingNode()) {
            if (body.length > 0) {
                throw new AssertionError(what + " with a body, and openapi.yaml describes none");
            }
            return;
        }
        if (!content.has(mediaType)) {
            throw new AssertionError(
                    what + " as '" + mediaType + "', and openapi.yaml describes " + content.properties());
        }
        if (mediaType.endsWith("json") && !method.equals("HEAD")) {
            check(what, content.get(mediaType).get("schema"), body);
        }
    }

    private JsonNode response(Described operation, int status, String what) {
        JsonNode response = operation.text().get("responses").path(Integer.toString(status));
        if (response.has("$ref")) {
            return root.at(response.get("$ref").asText().substring(1));
        }
        if (response.isMissingNode()) {
            boolean open = operation.text().get("x-roles").get(0).asText().equals("anyone");
            if (!EVERYWHERE.contains(status) || (open && status != 500)) {
                throw new AssertionError(what + ", and openapi.yaml describes no such answer");
            }
            return root.at("/components/responses/Unavailable");
        }
        return response;
    }

    private void check(String what, JsonNode described, byte[] body) {
        JsonNode schema = described.deepCopy();
        close(schema, true);
        pointToPublished(schema);
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError(what + " with a body that is not JSON", e);
        }
        var errors = schemas.getSchema(schema)
                .validate(json, context -> context
                        .executionConfig(config -> config.formatAssertionsEnabled(true)));
        if (!errors.isEmpty()) {
            throw new AssertionError(what + " otherwise than openapi.yaml describes: " + errors + " in " + json);
        }
        if (json.path("type").asText().startsWith("urn:callfloor:problem:")) {
            BothLanguages.check(what, json);
        }
    }

    /**
     * Forbids fields that are not described, wherever a value stands. A schema that others are put together from stays open
     * itself.
     */
    private void close(JsonNode schema, boolean isValue) {
        if (!(schema instanceof ObjectNode object)) {
            return;
        }
        object.path("properties").forEach(each -> close(each, true));
        close(object.path("items"), true);
        close(object.path("additionalProperties"), true);
        for (String parts : List.of("allOf", "oneOf", "anyOf")) {
            object.path(parts).forEach(each -> close(each, false));
        }
        if (isValue && !isOpen(object)) {
            object.put("unevaluatedProperties", false);
        }
    }

    /** Whether it describes an object of any fields. */
    private boolean isOpen(JsonNode schema) {
        if (schema.has("$ref")) {
            return isOpen(root.at(schema.get("$ref").asText().substring(1)));
        }
        for (String parts : List.of("allOf", "oneOf", "anyOf")) {
            for (JsonNode part : schema.path(parts)) {
                if (isOpen(part)) {
                    return true;
                }
            }
        }
        boolean object = schema.path("type").toString().contains("object");
        return object && !schema.has("properties");
    }

    private static void pointToPublished(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("$ref")) {
            object.put("$ref", ADDRESS + object.get("$ref").asText());
        }
        schema.forEach(OpenApiContract::pointToPublished);
    }
}
