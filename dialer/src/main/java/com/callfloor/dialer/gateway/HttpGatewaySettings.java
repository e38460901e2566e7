package com.callfloor.dialer.gateway;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.rules.history.Channel;

/**
 * How one provider is spoken to; config/messages.md explains each.
 *
 * @param country ISO 3166-1: what a number without a country code in an answer is read as
 * @param content how the body goes out
 * @param body a JSON object whose texts may hold placeholders
 * @param token stands in for {@code {token}}; empty: none
 * @param idempotent whether the provider takes a reference only once
 */
public record HttpGatewaySettings(String name, String country, Set<Channel> channels, URI url, String method,
        Map<String, String> headers, Content content, String body, String token, Duration connectTimeout,
        Duration timeout, boolean idempotent, Accepted accepted, String idField, ReportSettings reports) {
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** @throws IllegalArgumentException saying what is wrong and how to mend it */
    public HttpGatewaySettings {
        channels = Set.copyOf(channels);
        headers = Map.copyOf(headers);
        if (!name.matches("[a-z0-9_-]{1,50}")) {
            throw new IllegalArgumentException(
                    "name is 1 to 50 of a-z, 0-9, '-' and '_': it stands in the callback's address");
        }
        if (channels.isEmpty() || channels.contains(Channel.CALL)) {
            throw new IllegalArgumentException("channels lists sms, email or both");
        }
        if (!method.equals("POST") && !method.equals("PUT")) {
            throw new IllegalArgumentException("method is POST or PUT");
        }
        if (url.getHost() == null
                || !("https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && isHere(url)))) {
            throw new IllegalArgumentException("url must be https://...; plain http goes to this machine only");
        }
        headers.forEach((header, value) -> {
            if (!header.matches("[A-Za-z0-9-]+") || value.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("headers: '" + header + "' and its value must be one line of text");
            }
        });
        check("connect_timeout", connectTimeout);
        check("timeout", timeout);
    }

    private static void check(String key, Duration given) {
        if (given.isNegative() || given.isZero() || given.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(key + " is up to " + LONGEST.toSeconds() + "s, and above 0s");
        }
    }

    private static boolean isHere(URI url) {
        try {
            return InetAddress.getByName(url.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** How a body is written. */
    public enum Content {
        JSON, FORM
    }

    /**
     * What says in an answer of 2xx that the message was taken.
     *
     * @param field JSON pointer; empty: every 2xx does
     */
    public record Accepted(String field, List<String> values) {
        public Accepted {
            values = List.copyOf(values);
            if (field.isEmpty() != values.isEmpty()) {
                throw new IllegalArgumentException("accepted: field and values go together");
            }
        }
    }

    /** How a report is shown to come from the provider. */
    public enum Proof {
        /** The header holds the secret itself. */
        SECRET,
        /** The header holds the body's HMAC-SHA256 under the secret, in hexadecimal digits. */
        HMAC_SHA256
    }

    /**
     * How reports are read. The fields are JSON pointers within one report.
     *
     * @param secret empty: no reports are taken
     * @param list where the reports stand; empty: the body is one, or a list
     */
    public record ReportSettings(String secret, String header, Proof proof, String list, String reference, String id,
            String status, Set<String> delivered, Set<String> failed, String from, String text) {
        private static final int SHORTEST_SECRET = 16;

        public ReportSettings {
            delivered = Set.copyOf(delivered);
            failed = Set.copyOf(failed);
            if (!secret.isEmpty() && secret.length() < SHORTEST_SECRET) {
                throw new IllegalArgumentException("reports.secret is " + SHORTEST_SECRET + " characters at least");
            }
            if (!secret.isEmpty() && header.isBlank()) {
                throw new IllegalArgumentException("reports.header must name the header that proves a report");
            }
            if (!secret.isEmpty() && reference.isEmpty() && id.isEmpty()) {
                throw new IllegalArgumentException("reports: reference or id must say which message is meant");
            }
            if (delivered.stream().anyMatch(failed::contains)) {
                throw new IllegalArgumentException("reports: a status is in both delivered and failed");
            }
        }

        /** Without the secret. */
        @Override
        public String toString() {
            return "reports proven by " + header;
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "gateway " + name + " at " + url;
    }
}
