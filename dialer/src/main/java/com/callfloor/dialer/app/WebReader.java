package com.callfloor.dialer.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig.TlsSection;
import com.callfloor.dialer.config.FloorConfig.WebSection;
import com.callfloor.dialer.web.WebSettings;
import com.callfloor.dialer.web.tls.KeyFileProblem;
import com.callfloor.dialer.web.tls.KeyFiles;
import com.callfloor.dialer.web.tls.ServerCertificate;
import com.callfloor.dialer.web.tls.TlsSettings;

/** Turns the section web of floor.yaml into the web server's settings. */
final class WebReader {
    private static final String WHERE = "config/floor.yaml, web.";

    private WebReader() {}

    static WebSettings read(Home home, WebSection web) throws ConfigProblem, IOException {
        Path uploads = Files.createDirectories(home.var().resolve("uploads"));
        WebSettings settings = WebSettings.usual(web.host(), web.port(), uploads);
        Optional<TlsSettings> tls = tls(home, web);
        if (tls.isPresent()) {
            settings = settings.over(tls.get());
        }
        Optional<URI> origin = origin(web.publicUrl());
        return origin.isPresent() ? settings.reachedAt(origin.get().toString()) : settings;
    }

    /** Scheme, host and port that browsers use; empty if none is given. */
    static Optional<URI> origin(String publicUrl) throws ConfigProblem {
        if (publicUrl.isEmpty()) {
            return Optional.empty();
        }
        String mend = WHERE + "public_url: '" + publicUrl
                + "' is not such an address as https://floor.example, without anything behind it";
        try {
            URI url = URI.create(publicUrl.replaceFirst("/$", ""));
            boolean known = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (!known || url.getHost() == null || !url.getPath().isEmpty() || url.getQuery() != null
                    || url.getFragment() != null || url.getUserInfo() != null) {
                throw new ConfigProblem(mend);
            }
            return Optional.of(url);
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem(mend, e);
        }
    }

    private static Optional<TlsSettings> tls(Home home, WebSection web) throws ConfigProblem {
        TlsSection section = web.tls();
        if (section.certificate().isEmpty()) {
            if (!section.key().isEmpty() || section.redirectFrom() != 0) {
                throw new ConfigProblem(WHERE + "tls: certificate is empty, so nothing is encrypted, but "
                        + (section.key().isEmpty() ? "redirect_from" : "key") + " is given. Name the certificate too");
            }
            return Optional.empty();
        }
        try {
            Optional<Path> key = section.key().isEmpty()
                    ? Optional.empty()
                    : Optional.of(home.resolve(section.key()));
            if (web.port() != 0 && section.redirectFrom() == web.port()) {
                throw new ConfigProblem(WHERE + "tls.redirect_from is web.port itself; it must be another port");
            }
            var files = new KeyFiles(home.resolve(section.certificate()), key, password(home, section));
            return Optional.of(new TlsSettings(ServerCertificate.load(files, Clock.systemUTC()),
                    section.redirectFrom()));
        } catch (KeyFileProblem | IllegalArgumentException e) {
            throw new ConfigProblem(WHERE + "tls: " + e.getMessage(), e);
        }
    }

    private static String password(Home home, TlsSection section) throws ConfigProblem {
        if (section.passwordFile().isEmpty()) {
            return section.password();
        }
        if (!section.password().isEmpty()) {
            throw new ConfigProblem(WHERE + "tls: give either password or password_file, not both");
        }
        try {
            return Files.readString(home.resolve(section.passwordFile())).strip();
        } catch (IOException e) {
            throw new ConfigProblem(WHERE + "tls.password_file " + section.passwordFile() + " cannot be read: " + e,
                    e);
        }
    }
}
