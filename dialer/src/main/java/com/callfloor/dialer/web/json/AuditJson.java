package com.callfloor.dialer.web.json;

import com.callfloor.dialer.audit.AuditBook.Kept;
import io.vertx.core.json.JsonObject;

/** An entry of the audit log. */
public final class AuditJson {
    private AuditJson() {}

    public static JsonObject entry(Kept kept) {
        return new JsonObject().put("id", kept.id())
                .put("at", Times.text(kept.entry().at()))
                .put("user", kept.entry().userId())
                .put("login", kept.login())
                .put("operation", kept.entry().operation())
                .put("path", kept.entry().path())
                .put("address", kept.entry().address())
                .put("status", kept.entry().status());
    }
}
