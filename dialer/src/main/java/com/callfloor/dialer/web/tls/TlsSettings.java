package com.callfloor.dialer.web.tls;

/**
 * That the server speaks TLS only.
 *
 * @param plainPort where plain HTTP is told to come over TLS; 0: nowhere
 */
public record TlsSettings(ServerCertificate certificate, int plainPort) {
    public TlsSettings {
        if (plainPort < 0 || plainPort > 65_535) {
            throw new IllegalArgumentException("the plain port must be from 0 to 65535, not " + plainPort);
        }
    }
}
