package com.callfloor.dialer.webhooks;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who is told.
 *
 * @param url where messages are posted to: https, or http to this machine itself
 * @param events never {@link EventKind#TEST}, which every receiver takes
 * @param lenders whose cases it is told of; empty: everybody's
 * @param secrets 1 or 2; each signs
 */
public record Receiver(String name, URI url, Set<EventKind> events, Set<String> lenders,
        List<SigningSecret> secrets) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,49}");
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int LONGEST_URL = 2000;
    private static final int MOST_SECRETS = 2;

    /** @throws IllegalArgumentException what is wrong, and how to mend it */
    public Receiver {
        events = Set.copyOf(events);
        lenders = Set.copyOf(lenders);
        secrets = List.copyOf(secrets);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "the name '" + name + "' must be small letters, digits, '-' and '_', 50 at most");
        }
        boolean safe = "https".equals(url.getScheme())
                || ("http".equals(url.getScheme()) && url.getHost() != null && THIS_MACHINE.contains(url.getHost()));
        if (!safe || url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null
                || url.toString().length() > LONGEST_URL) {
            throw new IllegalArgumentException("the url must be https://HOST/..., without user, password and #, or"
                    + " http:// to 127.0.0.1");
        }
        if (events.isEmpty() || events.contains(EventKind.TEST)) {
            throw new IllegalArgumentException("events must name at least one kind, and not " + EventKind.TEST.code()
                    + ", which every receiver takes");
        }
        if (secrets.isEmpty() || secrets.size() > MOST_SECRETS) {
            throw new IllegalArgumentException("a receiver has a secret, or two while one replaces the other");
        }
    }

    /** Whether it is to be told of this. */
    public boolean wants(WebhookEvent event) {
        WebhookEvent.OfCase of = event.of();
        return events.contains(event.kind())
                && (lenders.isEmpty() || (of != null && of.lender() != null && lenders.contains(of.lender())));
    }
}
