package com.callfloor.dialer.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;

import com.callfloor.dialer.local.FreePorts;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.testing.TestCertificate;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.WebFixture;
import com.callfloor.dialer.web.tls.KeyFileProblem;
import com.callfloor.dialer.web.tls.KeyFiles;
import com.callfloor.dialer.web.tls.ServerCertificate;
import com.callfloor.dialer.web.tls.TlsSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TlsTest {
    @TempDir
    Path folder;
    private final FreePorts ports = new FreePorts(new Random());
    private TestCertificate made;

    @AfterEach
    void giveBack() {
        ports.close();
    }

    @BeforeEach
    void make() throws Exception {
        made = TestCertificate.make(folder, "first");
    }

    @Test
    void whoComesOverTlsIsTreatedAsBeforeAndTheCookieNeverLeavesIt() throws Exception {
        try (var web = new WebFixture(folder, new TlsSettings(load(pem(made)), 0))) {
            Answer signedIn = web.anonymous()
                    .post("/api/session", "{\"login\":\"qa\",\"password\":\"" + WebFixture.PASSWORD + "\"}");
            Answer ready = web.anonymous().get("/health/ready");

            assertThat(signedIn.status()).isEqualTo(200);
            assertThat(signedIn.header("Set-Cookie")).contains("Secure", "HTTPOnly", "SameSite=Strict");
            assertThat(ready.header("Strict-Transport-Security")).isEqualTo("max-age=31536000");
            assertThat(web.as(Role.QA).get("/api/floor").status()).isEqualTo(200);
        }
    }

    @Test
    void onlyNewProtocolsAreSpoken() throws Exception {
        ServerCertificate certificate = load(pem(made));
        try (var web = new WebFixture(folder, new TlsSettings(certificate, 0))) {
            assertThat(shown(web.port, certificate.trusted(), "TLSv1.2")).isNotNull();
            assertThat(shown(web.port, certificate.trusted(), "TLSv1.3")).isNotNull();
            assertThatThrownBy(() -> shown(web.port, certificate.trusted(), "TLSv1.1"))
                    .isInstanceOf(SSLException.class);
        }
    }

    @Test
    void aCertificateThatIsReplacedIsShownWithoutARestart() throws Exception {
        KeyFiles files = pem(made);
        ServerCertificate certificate = load(files);
        TestCertificate next = TestCertificate.make(folder, "second");
        try (var web = new WebFixture(folder, new TlsSettings(certificate, 0))) {
            assertThat(shown(web.port, certificate.trusted(), "TLSv1.3").getSubjectX500Principal().getName())
                    .isEqualTo("CN=first");

            Files.copy(next.pem(), made.pem(), StandardCopyOption.REPLACE_EXISTING);
            certificate.refresh();
            assertThat(certificate.trouble()).hasValueSatisfying(
                    why -> assertThat(why).contains("is not the one of").doesNotContain(folder.toString()));
            assertThat(shown(web.port, certificate.trusted(), "TLSv1.3").getSubjectX500Principal().getName())
                    .isEqualTo("CN=first");

            Files.copy(next.key(), made.key(), StandardCopyOption.REPLACE_EXISTING);
            certificate.refresh();
            assertThat(certificate.trouble()).isEmpty();
            assertThat(shown(web.port, certificate.trusted(), "TLSv1.3").getSubjectX500Principal().getName())
                    .isEqualTo("CN=second");
        }
    }

    @Test
    void whoComesInPlainIsSentOverAndWhoSendsSomethingInPlainIsRefused() throws Exception {
        int plain = ports.next();
        try (var web = new WebFixture(folder, new TlsSettings(load(pem(made)), plain));
                var http = HttpClient.newHttpClient()) {
            HttpResponse<String> page = http.send(HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + plain + "/agent?x=1")).build(), BodyHandlers.ofString());
            HttpResponse<String> post = http.send(HttpRequest.newBuilder(
                    URI.create("http://127.0.0.1:" + plain + "/api/session"))
                    .POST(BodyPublishers.ofString("{}"))
                    .build(), BodyHandlers.ofString());

            assertThat(page.statusCode()).isEqualTo(308);
            assertThat(page.headers().firstValue("Location"))
                    .contains("https://127.0.0.1:" + web.port + "/agent?x=1");
            assertThat(post.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void pkcs12IsReadWithItsPassword() throws Exception {
        assertThat(load(new KeyFiles(made.p12(), Optional.empty(), TestCertificate.PASSWORD)).expiresAt())
                .isAfter(Clock.systemUTC().instant());

        assertThatThrownBy(() -> load(new KeyFiles(made.p12(), Optional.empty(), "wrong")))
                .isInstanceOf(KeyFileProblem.class)
                .hasMessageContaining("the password does not open it");
        assertThatThrownBy(() -> load(new KeyFiles(made.pem(), Optional.empty(), "")))
                .hasMessageContaining("is no PKCS12");
    }

    @Test
    void whatCannotBeUsedIsRefusedWithTheReason() throws Exception {
        TestCertificate other = TestCertificate.make(folder, "other");
        TestCertificate old = TestCertificate.expired(folder, "old");
        Path missing = folder.resolve("missing.pem");
        Path traditional = Files.writeString(folder.resolve("rsa.key"),
                "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");

        assertThatThrownBy(() -> load(new KeyFiles(missing, Optional.of(made.key()), "")))
                .hasMessageContaining("there is no file " + missing);
        assertThatThrownBy(() -> load(new KeyFiles(made.pem(), Optional.of(other.key()), "")))
                .hasMessageContaining("the key is not the one of this certificate");
        assertThatThrownBy(() -> load(pem(old))).hasMessageContaining("has expired on");
        assertThatThrownBy(() -> load(new KeyFiles(made.key(), Optional.of(made.key()), "")))
                .hasMessageContaining("holds no certificate");
        assertThatThrownBy(() -> load(new KeyFiles(made.pem(), Optional.of(made.pem()), "")))
                .hasMessageContaining("holds no private key");
        assertThatThrownBy(() -> load(new KeyFiles(made.pem(), Optional.of(traditional), "")))
                .hasMessageContaining("openssl pkcs8");
    }

    private static KeyFiles pem(TestCertificate certificate) {
        return new KeyFiles(certificate.pem(), Optional.of(certificate.key()), "");
    }

    private static ServerCertificate load(KeyFiles files) throws KeyFileProblem {
        return ServerCertificate.load(files, Clock.systemUTC());
    }

    private static X509Certificate shown(int port, SSLContext trust, String protocol) throws IOException {
        try (var socket = (SSLSocket) trust.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.setEnabledProtocols(new String[]{protocol});
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }
}
