package com.callfloor.dialer.web.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.Problem;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/**
 * Serves the console from the classpath folder {@code webroot}. An address that is no file is one of the console's
 * pages, which all are {@code index.html}. What was read once is kept: there is only what was built in.
 */
public final class ConsoleFiles implements Handler<RoutingContext> {
    private static final String INDEX = "index.html";
    // Nothing that could mean another folder once a class loader decodes it.
    private static final Pattern FILE = Pattern
            .compile("(?:[A-Za-z0-9_@-][A-Za-z0-9._@-]*/)*[A-Za-z0-9_@-][A-Za-z0-9._@-]*");

    private final ClassLoader classes;
    private final Blocking blocking;
    private final Map<String, ConsoleAsset> read = new ConcurrentHashMap<>();

    public ConsoleFiles(ClassLoader classes, Blocking blocking) {
        this.classes = classes;
        this.blocking = blocking;
    }

    @Override
    public void handle(RoutingContext routing) {
        HttpMethod method = routing.request().method();
        if (!method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD)) {
            throw Problems.methodNotAllowed(method.name(), "GET, HEAD");
        }
        String path = routing.normalizedPath().substring(1);
        blocking.call("The console", () -> find(path))
                .onSuccess(asset -> send(routing, asset))
                .onFailure(routing::fail);
    }

    private ConsoleAsset find(String path) throws IOException {
        // Only names with an ending are files: a class loader would list a folder's content as if it were one.
        if (path.substring(path.lastIndexOf('/') + 1).contains(".")) {
            Optional<ConsoleAsset> file = FILE.matcher(path).matches() ? load(path) : Optional.empty();
            return file.orElseThrow(() -> Problems.notFound("file of this name in the console", "控制台中的这个文件"));
        }
        return load(INDEX).orElseThrow(() -> new ProblemException(new Problem(404, "no-console", "No console",
                new Words(
                        "This dialer was built without its console. Build it with npm, see CONTRIBUTING, or use /api.",
                        "此系统构建时未包含控制台。请按 CONTRIBUTING 用 npm 构建，或使用 /api。"))));
    }

    private Optional<ConsoleAsset> load(String path) throws IOException {
        ConsoleAsset known = read.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        try (InputStream stream = classes.getResourceAsStream("webroot/" + path)) {
            if (stream == null) {
                return Optional.empty();
            }
            ConsoleAsset asset = ConsoleAsset.of(path, stream.readAllBytes());
            read.put(path, asset);
            return Optional.of(asset);
        }
    }

    private static void send(RoutingContext routing, ConsoleAsset asset) {
        HttpServerResponse response = routing.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, asset.mediaType())
                .putHeader(HttpHeaders.VARY, "Accept-Encoding")
                .putHeader(HttpHeaders.CACHE_CONTROL,
                        asset.immutable() ? "public, max-age=31536000, immutable" : "no-store");
        String accepted = routing.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        boolean gzip = accepted != null && accepted.contains("gzip")
                && asset.gzipped().length() < asset.plain().length();
        if (gzip) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.end(gzip ? asset.gzipped() : asset.plain());
    }
}
