package com.callfloor.dialer.web.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where the server's certificate and its key lie.
 *
 * @param certificate PEM, the server's own first, then those who signed it; or PKCS12 if {@code key} is empty
 * @param key PEM
 * @param password of PKCS12
 */
public record KeyFiles(Path certificate, Optional<Path> key, String password) {
    /** What the files hold just now; blocks. */
    Content read() throws KeyFileProblem {
        return new Content(bytes("certificate", certificate), key.isPresent() ? bytes("key", key.get()) : new byte[0]);
    }

    ServerKeys keys(Content content) throws KeyFileProblem {
        return key.isPresent()
                ? PemKeys.of(content, this)
                : Pkcs12Keys.of(content.certificate(), password, certificate);
    }

    /** What is said of the files, without the folders that they lie in. */
    String withoutFolders(String said) {
        String first = withoutFolder(said, certificate);
        return key.map(file -> withoutFolder(first, file)).orElse(first);
    }

    private static String withoutFolder(String said, Path file) {
        return said.replace(file.toString(), String.valueOf(file.getFileName()));
    }

    private static byte[] bytes(String which, Path file) throws KeyFileProblem {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new KeyFileProblem("there is no file " + file + ", which " + which + " names", e);
        } catch (IOException e) {
            throw new KeyFileProblem(which + " " + file + " cannot be read: " + e.getMessage()
                    + ". The dialer's own user must be allowed to read it", e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "certificate " + certificate;
    }

    /** The bytes of both files; those of the key are empty for PKCS12. */
    static final class Content {
        private final byte[] certificate;
        private final byte[] key;

        private Content(byte[] certificate, byte[] key) {
            this.certificate = certificate;
            this.key = key;
        }

        byte[] certificate() {
            return certificate.clone();
        }

        byte[] key() {
            return key.clone();
        }

        boolean same(Content other) {
            return Arrays.equals(certificate, other.certificate) && Arrays.equals(key, other.key);
        }
    }
}
