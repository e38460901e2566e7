package com.callfloor.dialer.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.web.feed.FeedSettings;
import com.callfloor.dialer.web.tls.TlsSettings;

/**
 * How the web server serves.
 *
 * @param host the address to listen on, such as {@code 127.0.0.1}
 * @param port 0 to 65535; 0 takes a free one
 * @param tls empty: plain HTTP
 * @param secureCookies whether browsers reach it through TLS only, its own or a proxy's
 * @param origins further origins that the console is served from, such as {@code https://floor.example}
 * @param language the floor's own, BCP 47
 * @param uploads folder for request bodies on their way
 * @param largestCaseFile in bytes
 * @param largestRecording in bytes; an hour takes 115 MB
 * @param patience how long a client waits for the database or the floor
 * @param slowPatience how long a client waits for an import
 */
public record WebSettings(String host, int port, Optional<TlsSettings> tls, boolean secureCookies, Set<String> origins,
        String language,
        Path uploads, long largestCaseFile, long largestRecording, Duration patience, Duration slowPatience,
        FeedSettings feed) {
    private static final long MEGABYTE = 1024 * 1024;

    public WebSettings {
        origins = Set.copyOf(origins);
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("the web port must be from 0 to 65535, not " + port);
        }
    }

    /** Settings that suit most floors; {@code uploads} must be on a disk with room. */
    public static WebSettings usual(String host, int port, Path uploads) {
        return new WebSettings(host, port, Optional.empty(), false, Set.of(), "zh-CN", uploads, 64 * MEGABYTE,
                512 * MEGABYTE,
                Duration.ofSeconds(8), Duration.ofMinutes(4), FeedSettings.USUAL);
    }

    /** The same over TLS of its own. */
    public WebSettings over(TlsSettings own) {
        return new WebSettings(host, port, Optional.of(own), true, origins, language, uploads, largestCaseFile,
                largestRecording, patience, slowPatience, feed);
    }

    /** The same, reached by browsers at this origin, such as {@code https://floor.example}. */
    public WebSettings reachedAt(String origin) {
        return new WebSettings(host, port, tls, tls.isPresent() || origin.startsWith("https:"), Set.of(origin),
                language, uploads, largestCaseFile, largestRecording, patience, slowPatience, feed);
    }
}
