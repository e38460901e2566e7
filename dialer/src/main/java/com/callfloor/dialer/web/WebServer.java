package com.callfloor.dialer.web;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import com.callfloor.dialer.web.http.Connections;
import com.callfloor.dialer.web.tls.PlainDoor;
import com.callfloor.dialer.web.tls.TlsSettings;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.ext.web.Router;

/** Serves API, live feed and console. Everything of it runs on one event loop, so what holds state needs no lock. */
public final class WebServer {
    private static final int LARGEST_INCOMING_MESSAGE = 64 * 1024;
    private static final int IDLE_SECONDS = 300;
    private static final int CLOSING_SECONDS = 1;
    private static final long CERTIFICATE_LOOKED_AT_MS = 10_000;
    /** Of TLS 1.3 all, of TLS 1.2 only what keeps past talks secret if the key is lost. */
    private static final List<String> CIPHERS = List.of("TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256",
            "TLS_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384", "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private final Vertx vertx;
    private final WebSettings settings;
    private final WebPorts ports;
    private volatile String deployment = "";
    private volatile int port;

    public WebServer(Vertx vertx, WebSettings settings, WebPorts ports) {
        this.vertx = vertx;
        this.settings = settings;
        this.ports = ports;
    }

    /** Completes with the port that it listens on; fails if the port is taken. */
    public CompletionStage<Integer> start() {
        return vertx.deployVerticle(new Serving()).map(id -> {
            deployment = id;
            return port;
        }).toCompletionStage();
    }

    /** Completes when nothing is served any more; feeds were told that the dialer goes away. */
    public CompletionStage<Void> stop() {
        Future<Void> stopped = deployment.isEmpty() ? Future.succeededFuture() : vertx.undeploy(deployment);
        return stopped.toCompletionStage();
    }

    private HttpServerOptions options() {
        HttpServerOptions options = plainOptions();
        // HTTP/1.1 in any case: feeds and phones take connections over, and each has one of its own.
        settings.tls()
                .ifPresent(tls -> options.setSsl(true)
                        .setUseAlpn(false)
                        .setKeyCertOptions(KeyCertOptions.wrap(tls.certificate().keyManager()))
                        .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3")));
        if (settings.tls().isPresent()) {
            CIPHERS.forEach(options::addEnabledCipherSuite);
        }
        return options;
    }

    private HttpServerOptions plainOptions() {
        return new HttpServerOptions().setHost(settings.host())
                .setPort(settings.port())
                .setMaxWebSocketMessageSize(LARGEST_INCOMING_MESSAGE)
                .setPerMessageWebSocketCompressionSupported(false)
                // Of phones in browsers; a browser hangs up on a server that does not take the protocol that it names.
                .addWebSocketSubProtocol("sip")
                .setIdleTimeout(IDLE_SECONDS)
                .setWebSocketClosingTimeout(CLOSING_SECONDS);
    }

    private final class Serving extends VerticleBase {
        private final Workers workers = Workers.start(WebServer.this.vertx, settings);
        private final WebWiring wiring = new WebWiring(WebServer.this.vertx, settings, ports, workers);
        private final Connections connections = new Connections();
        // Made by whoever starts the server: a password hash and many classes would block the event loop for seconds.
        private final Router router = wiring.router();

        @Override
        public Future<?> start() {
            HttpServer server = vertx.createHttpServer(options())
                    .connectionHandler(connections::opened)
                    .requestHandler(router);
            return server.listen().compose(this::openPlainDoor).onSuccess(listening -> {
                port = listening.actualPort();
                wiring.feed().start();
                settings.tls()
                        .ifPresent(tls -> vertx.setPeriodic(CERTIFICATE_LOOKED_AT_MS,
                                tick -> workers.threads().execute(tls.certificate()::refresh)));
            }).onFailure(taken -> workers.stop());
        }

        private Future<HttpServer> openPlainDoor(HttpServer listening) {
            int plainPort = settings.tls().map(TlsSettings::plainPort).orElse(0);
            return plainPort == 0
                    ? Future.succeededFuture(listening)
                    : vertx.createHttpServer(plainOptions().setPort(plainPort))
                            .requestHandler(new PlainDoor(listening.actualPort()))
                            .listen()
                            .map(listening);
        }

        @Override
        public Future<?> stop() {
            return wiring.feed().stop().timeout(CLOSING_SECONDS, TimeUnit.SECONDS).transform(goodbyes -> {
                connections.cutAll();
                workers.stop();
                return Future.succeededFuture();
            });
        }
    }
}
