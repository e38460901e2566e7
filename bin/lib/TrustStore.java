import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/** Turns the machine's trusted certificates (first argument, PEM) into a Java trust store (second argument). */
final class TrustStore {
    private TrustStore() {
    }

    public static void main(String[] arguments) throws Exception {
        // Not PKCS12: Java opens its default trust store without a password, and would find that one empty.
        var store = KeyStore.getInstance("JKS");
        store.load(null, null);
        try (var pem = Files.newInputStream(Path.of(arguments[0]))) {
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("machine-" + store.size(), certificate);
            }
        }
        try (var out = Files.newOutputStream(Path.of(arguments[1]))) {
            store.store(out, "changeit".toCharArray());
        }
    }
}
