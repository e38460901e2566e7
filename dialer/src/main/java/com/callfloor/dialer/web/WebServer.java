package com.callfloor.dialer.web;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import com.callfloor.dialer.web.http.Connections;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;

/** Serves API, live feed and console. Everything of it runs on one event loop, so what holds state needs no lock. */
public final class WebServer {
    private static final int LARGEST_INCOMING_MESSAGE = 64 * 1024;
    private static final int IDLE_SECONDS = 300;
    private static final int CLOSING_SECONDS = 1;

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
            return server.listen().onSuccess(listening -> {
                port = listening.actualPort();
                wiring.feed().start();
            }).onFailure(taken -> workers.stop());
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
