package com.callfloor.dialer.web.tls;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;

/**
 * Tells browsers that come by plain HTTP where to go. Programs that send something are refused instead: what they have
 * sent was readable on the way already, and must not seem to work.
 */
public final class PlainDoor implements Handler<HttpServerRequest> {
    private static final int USUAL_PORT = 443;

    private final int tlsPort;

    /** Made once; {@code tlsPort}: where the server speaks TLS, as browsers reach it. */
    public PlainDoor(int tlsPort) {
        this.tlsPort = tlsPort;
    }

    @Override
    public void handle(HttpServerRequest request) {
        HostAndPort asked = request.authority();
        boolean reads = request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (!reads || asked == null || request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            request.response()
                    .setStatusCode(403)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain")
                    .end("This port is not encrypted. Use https, and change what was sent here: it could be read.\n");
            return;
        }
        String port = tlsPort == USUAL_PORT ? "" : ":" + tlsPort;
        request.response()
                .setStatusCode(308)
                .putHeader(HttpHeaders.LOCATION, "https://" + asked.host() + port + request.uri())
                .end();
    }
}
