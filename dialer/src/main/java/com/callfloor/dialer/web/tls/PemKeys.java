package com.callfloor.dialer.web.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads PEM, as certificate authorities and their clients write it. */
final class PemKeys {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");

    private PemKeys() {}

    static ServerKeys of(KeyFiles.Content content, KeyFiles files) throws KeyFileProblem {
        List<X509Certificate> chain = certificates(content.certificate(), files.certificate().toString());
        PrivateKey key = key(content.key(), files.key().map(String::valueOf).orElse(""));
        return ServerKeys.of(key, chain, files.certificate().toString());
    }

    private static List<X509Certificate> certificates(byte[] file, String where) throws KeyFileProblem {
        var chain = new ArrayList<X509Certificate>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Block block : blocks(file)) {
                if (block.kind().equals("CERTIFICATE")
                        && factory.generateCertificate(
                                new ByteArrayInputStream(block.bytes(where))) instanceof X509Certificate certificate) {
                    chain.add(certificate);
                }
            }
        } catch (CertificateException e) {
            throw new KeyFileProblem(where + ": a certificate in it is broken: " + e.getMessage(), e);
        }
        if (chain.isEmpty()) {
            throw new KeyFileProblem(where + " holds no certificate: it needs -----BEGIN CERTIFICATE-----."
                    + " For PKCS12 leave key empty");
        }
        return chain;
    }

    private static PrivateKey key(byte[] file, String where) throws KeyFileProblem {
        List<Block> keys = blocks(file).stream().filter(block -> block.kind().endsWith("PRIVATE KEY")).toList();
        if (keys.size() != 1) {
            throw new KeyFileProblem(where + " holds " + (keys.isEmpty() ? "no" : "more than one")
                    + " private key: it needs one -----BEGIN PRIVATE KEY-----");
        }
        Block block = keys.getFirst();
        if (!block.kind().equals("PRIVATE KEY")) {
            throw new KeyFileProblem(where + ": the key is written as " + block.kind() + ", give it as PRIVATE KEY:"
                    + " openssl pkcs8 -topk8 -nodes -in OLD.pem -out NEW.pem. To keep it under a password use PKCS12");
        }
        var spec = new PKCS8EncodedKeySpec(block.bytes(where));
        for (String algorithm : List.of("RSA", "EC", "Ed25519")) {
            Optional<PrivateKey> key = key(algorithm, spec);
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw new KeyFileProblem(where + ": the key in it is broken, or neither RSA nor EC");
    }

    private static Optional<PrivateKey> key(String algorithm, PKCS8EncodedKeySpec spec) throws KeyFileProblem {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
        } catch (InvalidKeySpecException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new KeyFileProblem("this Java knows no keys of kind " + algorithm, e);
        }
    }

    private static List<Block> blocks(byte[] file) {
        var blocks = new ArrayList<Block>();
        Matcher matcher = BLOCK.matcher(new String(file, StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        return blocks;
    }

    private record Block(String kind, String base64) {
        byte[] bytes(String where) throws KeyFileProblem {
            try {
                return Base64.getMimeDecoder().decode(base64);
            } catch (IllegalArgumentException e) {
                throw new KeyFileProblem(where + ": its " + kind + " is broken: " + e.getMessage(), e);
            }
        }

        /** Without what it holds. */
        @Override
        public String toString() {
            return kind;
        }
    }
}
