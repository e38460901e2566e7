package com.callfloor.dialer.web.tls;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509KeyManager;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate that the server shows. Files that change are taken at the next {@link #refresh}: whoever is connected stays
 * so, and who comes afterwards sees the new one. Files that cannot be used change nothing. Thread-safe.
 */
public final class ServerCertificate {
    private static final Logger LOG = LoggerFactory.getLogger(ServerCertificate.class);
    private static final String NAME = "server";

    private final KeyFiles files;
    private final InstantSource clock;
    private volatile KeyFiles.Content seen;
    private volatile ServerKeys keys;
    private volatile String trouble = "";

    private ServerCertificate(KeyFiles files, InstantSource clock, KeyFiles.Content seen, ServerKeys keys) {
        this.files = files;
        this.clock = clock;
        this.seen = seen;
        this.keys = keys;
    }

    /** Reads the files; one that has expired is none. {@code clock} is the real one. Blocks. */
    public static ServerCertificate load(KeyFiles files, InstantSource clock) throws KeyFileProblem {
        KeyFiles.Content content = files.read();
        ServerKeys keys = files.keys(content);
        keys.checkDates(clock.instant(), files.certificate().toString());
        return new ServerCertificate(files, clock, content, keys);
    }

    /** Takes the files if they have changed; blocks for their reading. */
    public synchronized void refresh() {
        try {
            KeyFiles.Content now = files.read();
            if (now.same(seen)) {
                trouble = "";
                return;
            }
            ServerKeys fresh = files.keys(now);
            fresh.checkDates(clock.instant(), files.certificate().toString());
            keys = fresh;
            seen = now;
            trouble = "";
            LOG.info("a new certificate is shown from now on; it is good until {}", fresh.expiresAt());
        } catch (KeyFileProblem e) {
            String why = String.valueOf(e.getMessage());
            // Once per fault: the files are looked at every few seconds, and between two writes they may not fit.
            if (!why.equals(trouble)) {
                LOG.info("the certificate's files have changed and cannot be used, so the old one stays: {}", why);
            }
            trouble = why;
        }
    }

    public Instant expiresAt() {
        return keys.expiresAt();
    }

    /** Why the files, as they are now, are not what is shown; for a page, so it does not say where on this machine they lie. */
    public Optional<String> trouble() {
        return Optional.of(trouble).filter(why -> !why.isEmpty()).map(files::withoutFolders);
    }

    /** Shows whatever is the certificate at each handshake. */
    public X509KeyManager keyManager() {
        return new Shown();
    }

    /** For clients in this process, which know the server by its very certificate, whatever name it is for. */
    public SSLContext trusted() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{new OnlyThis(() -> keys.own())}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java speaks TLS", e);
        }
    }

    private final class Shown extends X509ExtendedKeyManager {
        @Override
        public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
            String name = chooseServerAlias(keyType, issuers, null);
            return name == null ? null : new String[]{name};
        }

        @Override
        public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers,
                @Nullable Socket socket) {
            return keys.key().getAlgorithm().equals(keyType) ? NAME : null;
        }

        @Override
        public @Nullable String chooseEngineServerAlias(String keyType, Principal @Nullable [] issuers,
                @Nullable SSLEngine engine) {
            return chooseServerAlias(keyType, issuers, null);
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return keys.chain().toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return keys.key();
        }

        @Override
        public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseClientAlias(String[] keyType, Principal @Nullable [] issuers,
                @Nullable Socket socket) {
            return null;
        }
    }
}
