package com.callfloor.dialer.web.audit;

import java.util.List;

import io.vertx.ext.web.RoutingContext;

/** What an address says of the thing that is asked for, without what it says of a person. */
final class AuditPath {
    private static final String NUMBER = "number";
    /** References of the floor's own or the lender's: they name a case and no person. */
    private static final List<String> REFERENCES = List.of("case", "ref", "after");

    private AuditPath() {}

    static String of(RoutingContext routing) {
        String path = routing.normalizedPath();
        String number = routing.pathParam(NUMBER);
        if (number != null) {
            path = path.substring(0, path.lastIndexOf('/') + 1) + '*';
        }
        StringBuilder text = new StringBuilder(path);
        for (String name : REFERENCES) {
            String value = routing.queryParams().get(name);
            if (value != null) {
                text.append(text.indexOf("?") < 0 ? '?' : '&').append(name).append('=').append(value);
            }
        }
        return text.toString();
    }
}
