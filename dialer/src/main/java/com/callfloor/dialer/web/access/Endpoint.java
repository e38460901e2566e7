package com.callfloor.dialer.web.access;

import com.callfloor.dialer.web.http.Reply;

import io.vertx.core.Future;

/** Does one operation. Called on the event loop; must not block it. */
@FunctionalInterface
public interface Endpoint {
    /** What it throws or fails with becomes a problem. */
    Future<Reply> answer(Exchange exchange);
}
