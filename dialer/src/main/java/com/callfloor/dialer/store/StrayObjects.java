package com.callfloor.dialer.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.recordings.RecordingFlaw;
import com.callfloor.dialer.recordings.RecordingFlaw.Kind;
import org.jdbi.v3.core.Handle;

/** Tells which objects must not lie in the store. Below 1,000 keys at once. */
final class StrayObjects {
    private static final String BY_KEY = "SELECT object_key, state FROM recordings WHERE object_key IN (<keys>)";
    private static final String CHAINED = "SELECT object_key FROM recording_chain WHERE object_key IN (<keys>)";
    private static final String BY_ATTEMPT = "SELECT attempt_id, state FROM recordings WHERE attempt_id IN (<keys>)";

    private final Handle handle;

    StrayObjects(Handle handle) {
        this.handle = handle;
    }

    List<RecordingFlaw> among(List<String> keys) {
        Map<String, String> states = states(BY_KEY, "object_key", keys);
        Set<String> chained = new HashSet<>(
                handle.createQuery(CHAINED).bindList("keys", keys).mapTo(String.class).list());
        List<String> unknown = keys.stream()
                .filter(key -> !states.containsKey(key) && !chained.contains(key))
                .toList();
        Map<String, String> attempts = states(BY_ATTEMPT, "attempt_id",
                unknown.stream().flatMap(key -> attemptIn(key).stream()).toList());
        List<RecordingFlaw> strays = new ArrayList<>();
        for (String key : keys) {
            if ("deleted".equals(states.get(key))) {
                String attempt = attemptIn(key).orElse(null);
                strays.add(new RecordingFlaw(Kind.NOT_DELETED, attempt,
                        "attempt " + attempt + ": the object " + key + " was deleted, and is still there"));
            }
        }
        for (String key : unknown) {
            String attempt = attemptIn(key).orElse(null);
            // An awaited one is stored first and noted then.
            if (attempt == null || !"expected".equals(attempts.get(attempt))) {
                strays.add(new RecordingFlaw(Kind.STRAY_OBJECT, attempt,
                        "the object " + key + " lies in the store, and the books know of no such recording"));
            }
        }
        return strays;
    }

    private Map<String, String> states(String query, String column, List<String> keys) {
        Map<String, String> states = new HashMap<>();
        if (!keys.isEmpty()) {
            handle.createQuery(query)
                    .bindList("keys", keys)
                    .map((row, context) -> Map.entry(row.getString(column), row.getString("state")))
                    .forEach(entry -> states.put(entry.getKey(), entry.getValue()));
        }
        return states;
    }

    /** The attempt whose id is the object's name. */
    private static Optional<String> attemptIn(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1);
        int end = name.indexOf('.');
        return AttemptId.parse(end < 0 ? name : name.substring(0, end)).map(AttemptId::toString);
    }
}
