package com.callfloor.dialer.gateway;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.callfloor.dialer.messages.Gateway.Unreadable;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A provider's body as a tree that JSON pointers lead through. A form is one object, its fields texts: {@code /status} is its
 * field status. Of a field that comes twice the last one counts.
 */
final class ReportBody {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Pattern CHARSET = Pattern.compile(";\\s*charset=\"?([^;\"\\s]+)");

    private final ObjectMapper mapper = new ObjectMapper();

    /** {@code contentType}: the header's; whatever is no form is read as JSON. */
    JsonNode read(@Nullable String contentType, byte[] body) throws Unreadable {
        String type = contentType == null ? "" : contentType.strip().toLowerCase(Locale.ROOT);
        return type.equals(FORM) || type.startsWith(FORM + ";") ? form(charset(type), body) : json(body);
    }

    private JsonNode json(byte[] body) throws Unreadable {
        try {
            JsonNode root = mapper.readTree(body);
            return root == null ? MissingNode.getInstance() : root;
        } catch (IOException e) {
            throw new Unreadable("the report is not JSON; a form says Content-Type: " + FORM);
        }
    }

    private static Charset charset(String type) throws Unreadable {
        Matcher named = CHARSET.matcher(type);
        if (!named.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(named.group(1));
        } catch (IllegalArgumentException e) {
            throw new Unreadable("its Content-Type names the charset '" + named.group(1) + "', which nobody knows");
        }
    }

    private JsonNode form(Charset charset, byte[] body) throws Unreadable {
        ObjectNode fields = mapper.createObjectNode();
        // What is encoded is ASCII, whatever it stands for.
        for (String field : new String(body, StandardCharsets.US_ASCII).strip().split("&", -1)) {
            int equals = field.indexOf('=');
            String name = equals < 0 ? field : field.substring(0, equals);
            if (!name.isEmpty()) {
                fields.put(decoded(name, charset), equals < 0 ? "" : decoded(field.substring(equals + 1), charset));
            }
        }
        if (fields.isEmpty()) {
            throw new Unreadable("the form has no field");
        }
        return fields;
    }

    private static String decoded(String text, Charset charset) throws Unreadable {
        try {
            return URLDecoder.decode(text, charset);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("the form is not encoded as " + FORM + " is: '%' without two digits");
        }
    }
}
