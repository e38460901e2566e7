package com.callfloor.dialer.web.access;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;

/** The endpoint of each operation; whole before it serves. */
public final class Endpoints {
    private final Map<Operation, Endpoint> byOperation = new EnumMap<>(Operation.class);

    public Endpoints on(Operation operation, Endpoint endpoint) {
        if (byOperation.put(operation, endpoint) != null) {
            throw new IllegalStateException(operation + " has two endpoints");
        }
        return this;
    }

    /** The endpoints in the order of {@link Operation}; a forgotten one is found at the start, not by a user. */
    public Map<Operation, Endpoint> whole() {
        EnumSet<Operation> missing = EnumSet.allOf(Operation.class);
        missing.removeAll(byOperation.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalStateException("no endpoint for " + missing);
        }
        return byOperation;
    }
}
