package com.callfloor.dialer.web.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Reads PKCS12, which holds certificate and key under a password. */
final class Pkcs12Keys {
    private Pkcs12Keys() {}

    static ServerKeys of(byte[] file, String password, Path where) throws KeyFileProblem {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password.toCharArray());
            List<String> names = new ArrayList<>();
            for (String name : Collections.list(store.aliases())) {
                if (store.isKeyEntry(name)) {
                    names.add(name);
                }
            }
            if (names.size() != 1) {
                throw new KeyFileProblem(where + " holds " + names.size() + " keys; it must hold one");
            }
            String name = names.getFirst();
            if (!(store.getKey(name, password.toCharArray()) instanceof PrivateKey key)) {
                throw new KeyFileProblem(where + ": what it holds is no private key");
            }
            List<X509Certificate> chain = Stream.of(store.getCertificateChain(name))
                    .map(X509Certificate.class::cast)
                    .toList();
            return ServerKeys.of(key, chain, where.toString());
        } catch (IOException e) {
            throw new KeyFileProblem(e.getCause() instanceof UnrecoverableKeyException
                    ? where + ": the password does not open it. Give the right one in FLOOR_WEB_TLS_PASSWORD or"
                            + " password_file"
                    : where + " is no PKCS12. For PEM name the file of the key in key", e);
        } catch (GeneralSecurityException e) {
            throw new KeyFileProblem(where + " cannot be opened: " + e.getMessage(), e);
        }
    }
}
