package com.callfloor.dialer.web.tls;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** A private key and its certificate, with those who signed it; the key fits the certificate. */
record ServerKeys(PrivateKey key, List<X509Certificate> chain) {
    private static final byte[] PROBE = {1, 2, 3};

    ServerKeys {
        chain = List.copyOf(chain);
    }

    /** {@code where}: the files, for people. */
    static ServerKeys of(PrivateKey key, List<X509Certificate> chain, String where) throws KeyFileProblem {
        for (int i = 1; i < chain.size(); i++) {
            if (!chain.get(i - 1).getIssuerX500Principal().equals(chain.get(i).getSubjectX500Principal())) {
                throw new KeyFileProblem(where + ": its certificates are out of order. The server's own comes first,"
                        + " then the one that signed it, and so on");
            }
        }
        if (!fits(key, chain.getFirst())) {
            throw new KeyFileProblem(where + ": the key is not the one of this certificate. Were the two renewed"
                    + " together?");
        }
        return new ServerKeys(key, chain);
    }

    X509Certificate own() {
        return chain.getFirst();
    }

    Instant expiresAt() {
        return own().getNotAfter().toInstant();
    }

    void checkDates(Instant now, String where) throws KeyFileProblem {
        if (!now.isBefore(expiresAt())) {
            throw new KeyFileProblem(where + ": the certificate has expired on " + expiresAt()
                    + ". Browsers refuse it; get a new one");
        }
        if (now.isBefore(own().getNotBefore().toInstant())) {
            throw new KeyFileProblem(where + ": the certificate is not good before "
                    + own().getNotBefore().toInstant() + ". Is this machine's clock right?");
        }
    }

    private static boolean fits(PrivateKey key, X509Certificate certificate) throws KeyFileProblem {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> throw new KeyFileProblem("the key is of kind " + key.getAlgorithm()
                    + ", which browsers do not take. Use RSA or EC");
        };
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(certificate);
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (InvalidKeyException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new KeyFileProblem("the key cannot be used: " + e.getMessage(), e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "keys of " + own().getSubjectX500Principal();
    }
}
