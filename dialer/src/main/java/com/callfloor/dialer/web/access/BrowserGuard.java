package com.callfloor.dialer.web.access;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.words.Words;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;

/** Keeps other sites from acting through the browser of somebody who is signed in. */
public final class BrowserGuard {
    public static final String HEADER = "X-Requested-With";
    public static final String VALUE = "callfloor";

    private final Set<String> origins;

    /** Made once; {@code origins}: where the console is served from, if a proxy changes the Host header. */
    public BrowserGuard(Set<String> origins) {
        this.origins = Set.copyOf(origins);
    }

    /** A form or a link of another site cannot set this header, and a script of another site may not. */
    public void checkHeader(HttpServerRequest request) {
        if (!VALUE.equals(request.getHeader(HEADER))) {
            throw Problems.forbidden("csrf",
                    Words.of("A request that changes something and brings a session cookie needs the header %s: %s.",
                            "带登录 Cookie 的修改请求须有标头 %s: %s。", HEADER, VALUE));
        }
    }

    /** Browsers say where a request comes from; programs say nothing, and carry no stolen cookie. */
    public void checkOrigin(HttpServerRequest request) {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !origins.contains(origin) && !sameHost(origin, request.authority())) {
            throw Problems.forbidden("origin", "Requests from pages of another site are not taken. If the console is"
                    + " served from this address, add it to the web settings' origins.",
                    "不接受来自其他网站页面的请求。如控制台由此地址提供，请将其加入 web 设置的 origins。");
        }
    }

    private static boolean sameHost(String origin, HostAndPort host) {
        try {
            URI uri = new URI(origin);
            if (host == null || uri.getHost() == null) {
                return false;
            }
            boolean tls = "https".equals(uri.getScheme());
            return (tls || "http".equals(uri.getScheme())) && uri.getHost().equalsIgnoreCase(host.host())
                    && port(uri.getPort(), tls) == port(host.port(), tls);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static int port(int written, boolean tls) {
        return written > 0 ? written : tls ? 443 : 80;
    }
}
