package com.callfloor.dialer.gateway;

import java.net.URI;
import java.util.List;
import java.util.Set;

import com.nimbusds.oauth2.sdk.Scope;

/**
 * What an OpenID provider has to be told, and which of its claims say what.
 *
 * @param secret empty: a public client, which PKCE alone protects
 * @param comeBack where browsers are sent back to
 * @param afterSignOut where they end after the provider's sign-out
 * @param extensionClaim empty: the provider knows no phones
 */
public record OpenIdSettings(URI issuer, String client, String secret, List<String> scopes, URI comeBack,
        URI afterSignOut, String loginClaim, String nameClaim, String extensionClaim, String groupsClaim) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /** @throws IllegalArgumentException saying what is wrong and how to mend it */
    public OpenIdSettings {
        scopes = List.copyOf(scopes);
        String host = String.valueOf(issuer.getHost());
        if (!"https".equals(issuer.getScheme()) && !("http".equals(issuer.getScheme()) && LOOPBACK.contains(host))) {
            throw new IllegalArgumentException("issuer must begin with https, or http to 127.0.0.1");
        }
        if (client.isEmpty() || loginClaim.isEmpty() || groupsClaim.isEmpty()) {
            throw new IllegalArgumentException("client_id, login_claim and groups_claim must be given");
        }
        if (!scopes.contains("openid")) {
            throw new IllegalArgumentException("scopes must hold openid, or the provider does not say who it is");
        }
    }

    Scope scope() {
        return new Scope(scopes.toArray(String[]::new));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OpenID provider " + issuer;
    }
}
