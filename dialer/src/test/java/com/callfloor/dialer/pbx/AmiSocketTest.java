package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class AmiSocketTest {
    private static final char[] PASSWORD = "password".toCharArray();

    @TempDir
    Path folder;

    @Test
    void aLineEndsWithCrLfAndALoneLfBelongsToItsValue() throws IOException {
        CrLfReader reader = new CrLfReader(new StringReader("Name: a\nEvent: Hangup\r\n\r\nrest"));
        assertThat(reader.next()).isEqualTo("Name: a\nEvent: Hangup");
        assertThat(reader.next()).isEmpty();
        assertThat(reader.next()).isNull();
    }

    @Test
    void aLineWithoutEndIsRefused() {
        CrLfReader reader = new CrLfReader(new StringReader("x".repeat(100_000)));
        assertThatThrownBy(reader::next).isInstanceOf(IOException.class).hasMessageContaining("manager port");
    }

    @Test
    void underTlsAPbxWhoseCertificateNamesTheHostIsTrusted() throws Exception {
        SSLContext tls = certificateFor("dns:localhost,ip:127.0.0.1");
        Told told = new Told();
        try (FakeAmi ami = new FakeAmi(tls.getServerSocketFactory());
                AsteriskPbx pbx = new AsteriskPbx(settings("127.0.0.1", ami), tls.getSocketFactory(),
                        InstantSource.system())) {
            pbx.open(told);
            await().until(() -> told.kinds().contains("Snapshot"));
        }
    }

    @Test
    void underTlsAPbxWhoseCertificateNamesAnotherHostIsRefused() throws Exception {
        SSLContext tls = certificateFor("dns:elsewhere.invalid");
        try (FakeAmi ami = new FakeAmi(tls.getServerSocketFactory())) {
            assertThatThrownBy(() -> AmiSocket.open(settings("127.0.0.1", ami), tls.getSocketFactory()).close())
                    .hasMessageContaining("127.0.0.1");
        }
    }

    private static PbxSettings settings(String host, FakeAmi ami) {
        return new PbxSettings(host, ami.port(), "callfloor", FakeAmi.SECRET, true, PbxSettings.DEBTOR_CONTEXT,
                PbxSettings.AGENT_CONTEXT, PbxTimings.USUAL);
    }

    private SSLContext certificateFor(String names) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("keys.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "pbx", "-keyalg", "EC", "-dname", "CN=pbx", "-ext", "san=" + names,
                "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(30, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("pbx", keys.getCertificate("pbx"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
