package com.callfloor.dialer.webhooks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody who is told, and who of them is gone by now. For any thread. */
public final class Receivers {
    private final List<Receiver> all;
    private final Set<String> gone = ConcurrentHashMap.newKeySet();

    /** {@code all}: of different names. */
    public Receivers(List<Receiver> all) {
        this.all = List.copyOf(all);
    }

    public static Receivers none() {
        return new Receivers(List.of());
    }

    public List<Receiver> all() {
        return all;
    }

    public Optional<Receiver> named(String name) {
        return all.stream().filter(receiver -> receiver.name().equals(name)).findFirst();
    }

    /** Whether an event of this kind has to be looked at closer at all. */
    public boolean anyWants(EventKind kind) {
        return all.stream().anyMatch(receiver -> receiver.events().contains(kind) && isThere(receiver));
    }

    /** Those to be told of this event. */
    public List<Receiver> wanting(WebhookEvent event) {
        return all.stream().filter(receiver -> receiver.wants(event) && isThere(receiver)).toList();
    }

    public boolean isThere(Receiver receiver) {
        return !gone.contains(receiver.name());
    }

    void note(Receiver receiver, boolean isGone) {
        if (isGone) {
            gone.add(receiver.name());
        } else {
            gone.remove(receiver.name());
        }
    }
}
