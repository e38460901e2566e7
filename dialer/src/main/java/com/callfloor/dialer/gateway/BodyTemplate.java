package com.callfloor.dialer.gateway;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.callfloor.dialer.gateway.HttpGatewaySettings.Content;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * A provider's body with placeholders in its texts. It is filled as a tree and written afterwards, so that no text of a
 * message can reach beyond its own place.
 */
final class BodyTemplate {
    static final Set<String> KNOWN = Set.of("to", "text", "subject", "reference", "channel", "token");
    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ObjectNode tree;
    private final Content content;

    /** @throws IllegalArgumentException if it is no JSON object, or names an unknown placeholder */
    BodyTemplate(String text, Content content) {
        this.content = content;
        JsonNode read;
        try {
            read = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("body is not JSON: " + e.getOriginalMessage(), e);
        }
        if (!(read instanceof ObjectNode object)) {
            throw new IllegalArgumentException("body must be a JSON object { ... }");
        }
        if (content == Content.FORM && object.properties().stream().anyMatch(each -> !each.getValue().isValueNode())) {
            throw new IllegalArgumentException("body: a form has one level only; leave out lists and objects");
        }
        tree = object;
        check(text);
        if (!text.contains("{to}") || !text.contains("{text}")) {
            throw new IllegalArgumentException("body must hold {to} and {text}");
        }
    }

    /** @throws IllegalArgumentException naming a placeholder that is not known */
    static void check(String text) {
        PLACE.matcher(text)
                .results()
                .map(match -> match.group(1))
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("unknown placeholder {" + name + "}; known: "
                            + KNOWN.stream().sorted().collect(Collectors.joining(", ")));
                });
    }

    String mediaType() {
        return content == Content.JSON ? "application/json" : "application/x-www-form-urlencoded";
    }

    byte[] fill(Map<String, String> values) {
        JsonNode filled = fill(tree, values);
        String text = content == Content.JSON ? filled.toString() : form(filled);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String form(JsonNode filled) {
        return filled.properties()
                .stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue().asText()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static JsonNode fill(JsonNode node, Map<String, String> values) {
        if (node instanceof TextNode text) {
            return TextNode.valueOf(fill(text.textValue(), values));
        }
        if (node instanceof ArrayNode list) {
            ArrayNode filled = MAPPER.createArrayNode();
            list.forEach(each -> filled.add(fill(each, values)));
            return filled;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode filled = MAPPER.createObjectNode();
            object.properties().forEach(field -> filled.set(field.getKey(), fill(field.getValue(), values)));
            return filled;
        }
        return node;
    }

    /** One pass: what a value holds is never taken for a placeholder. */
    static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "")));
    }
}
