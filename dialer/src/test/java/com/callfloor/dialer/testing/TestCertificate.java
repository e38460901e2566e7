package com.callfloor.dialer.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A certificate for 127.0.0.1 that signs itself, made by the JDK's keytool. */
public record TestCertificate(Path p12, Path pem, Path key) {
    public static final String PASSWORD = "open sesame";

    /** Good for some days from now on. */
    public static TestCertificate make(Path folder, String name) throws IOException, InterruptedException {
        return make(folder, name, "-keyalg", "EC", "-validity", "30");
    }

    /** Good until yesterday. */
    public static TestCertificate expired(Path folder, String name) throws IOException, InterruptedException {
        return make(folder, name, "-keyalg", "RSA", "-startdate", "-10d", "-validity", "9");
    }

    private static TestCertificate make(Path folder, String name, String... more)
            throws IOException, InterruptedException {
        Path p12 = folder.resolve(name + ".p12");
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "floor", "-dname", "CN=" + name, "-ext", "san=ip:127.0.0.1,dns:localhost",
                "-storetype", "PKCS12", "-keystore", p12.toString(), "-storepass", PASSWORD));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (keytool.waitFor() != 0) {
            throw new IOException(said);
        }
        return new TestCertificate(p12, folder.resolve(name + ".pem"), folder.resolve(name + ".key")).withPem();
    }

    private TestCertificate withPem() throws IOException {
        try (InputStream stream = Files.newInputStream(p12)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(stream, PASSWORD.toCharArray());
            write(pem, "CERTIFICATE", store.getCertificate("floor").getEncoded());
            write(key, "PRIVATE KEY", store.getKey("floor", PASSWORD.toCharArray()).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        return this;
    }

    private static void write(Path file, String kind, byte[] bytes) throws IOException {
        String text = Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(bytes);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}
