package com.callfloor.dialer.gateway;

import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.callfloor.dialer.staff.IdentityProvider;
import com.callfloor.dialer.staff.Tokens;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect provider, by the authorization code flow with PKCE. It describes itself at its issuer's address, which is
 * asked at the first sign-in, so a provider that is away keeps no floor from starting. Usable from any thread.
 */
public final class OpenIdProvider implements IdentityProvider {
    private static final int PATIENCE_MS = 5_000;
    private static final int LARGEST_KEYS = 256 * 1024;
    private static final int LONGEST_LOGIN = 100;
    private static final int LONGEST_NAME = 200;

    private final OpenIdSettings settings;
    private volatile @Nullable OIDCProviderMetadata described;

    public OpenIdProvider(OpenIdSettings settings) {
        this.settings = settings;
    }

    @Override
    public Started start() throws Failed {
        var state = new State();
        var nonce = new Nonce();
        var verifier = new CodeVerifier();
        URI at = new AuthenticationRequest.Builder(ResponseType.CODE, settings.scope(), client(), settings.comeBack())
                .endpointURI(description().getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build()
                .toURI();
        return new Started(at, state.getValue(), nonce.getValue(), verifier.getValue());
    }

    @Override
    public Identity finish(Started started, URI answer) throws Failed {
        OIDCTokens tokens = tokens(started, code(started, answer));
        JWTClaimsSet claims = checked(tokens.getIDToken(), new Nonce(started.nonce()));
        if (text(claims, settings.loginClaim()).isEmpty() || groups(claims).isEmpty()) {
            claims = withUserInfo(claims, tokens.getBearerAccessToken());
        }
        return identity(claims, tokens.getIDTokenString());
    }

    @Override
    public Optional<URI> signOut(Optional<String> proof) throws Failed {
        URI end = description().getEndSessionEndpointURI();
        if (end == null) {
            return Optional.empty();
        }
        try {
            JWT hint = proof.isPresent() ? JWTParser.parse(proof.get()) : null;
            return Optional
                    .of(new LogoutRequest(end, hint, null, client(), settings.afterSignOut(), null, null).toURI());
        } catch (ParseException e) {
            throw Failed.refused("the proof of the sign-in is none", e);
        }
    }

    private String code(Started started, URI answer) throws Failed {
        try {
            AuthorizationResponse response = AuthorizationResponse.parse(answer);
            if (response.getState() == null || !response.getState().getValue().equals(started.state())) {
                throw Failed.refused("the answer is not one to this sign-in");
            }
            Issuer by = response.getIssuer();
            if (by != null && !by.equals(description().getIssuer())) {
                throw Failed.refused("the answer is by " + by + ", another provider");
            }
            if (!response.indicatesSuccess()) {
                throw Failed.refused("the provider said no: " + words(response.toErrorResponse().getErrorObject()));
            }
            return response.toSuccessResponse().getAuthorizationCode().getValue();
        } catch (com.nimbusds.oauth2.sdk.ParseException e) {
            throw Failed.refused("the answer cannot be read: " + e.getMessage(), e);
        }
    }

    private OIDCTokens tokens(Started started, String code) throws Failed {
        var grant = new AuthorizationCodeGrant(new AuthorizationCode(code), settings.comeBack(),
                new CodeVerifier(started.verifier()));
        URI there = description().getTokenEndpointURI();
        var secret = new Secret(settings.secret());
        TokenRequest request = (settings.secret().isEmpty()
                ? new TokenRequest.Builder(there, client(), grant)
                : new TokenRequest.Builder(there, new ClientSecretBasic(client(), secret), grant)).build();
        try {
            TokenResponse response = OIDCTokenResponseParser.parse(send(request.toHTTPRequest()));
            if (!response.indicatesSuccess()) {
                throw Failed.refused(
                        "the provider gave no token: " + words(response.toErrorResponse().getErrorObject()));
            }
            return response.toSuccessResponse().getTokens().toOIDCTokens();
        } catch (com.nimbusds.oauth2.sdk.ParseException e) {
            throw Failed.refused("the provider's token cannot be read: " + e.getMessage(), e);
        }
    }

    /** Signature, issuer, audience, expiry and nonce. */
    private JWTClaimsSet checked(JWT idToken, Nonce nonce) throws Failed {
        try {
            // Only keys that the provider publishes: with an algorithm of shared secrets anybody could use those to sign.
            if (!(idToken.getHeader().getAlgorithm() instanceof JWSAlgorithm algorithm)
                    || !JWSAlgorithm.Family.SIGNATURE.contains(algorithm)) {
                throw Failed.refused("the ID token is signed by " + idToken.getHeader().getAlgorithm()
                        + ", which proves nothing");
            }
            var validator = new IDTokenValidator(description().getIssuer(), client(), algorithm,
                    description().getJWKSetURI().toURL(),
                    new DefaultResourceRetriever(PATIENCE_MS, PATIENCE_MS, LARGEST_KEYS));
            return validator.validate(idToken, nonce).toJWTClaimsSet();
        } catch (BadJOSEException e) {
            throw Failed.refused("the ID token is not good: " + e.getMessage(), e);
        } catch (JOSEException | IOException e) {
            throw Failed.away("the provider's keys cannot be read: " + e.getMessage(), e);
        } catch (com.nimbusds.oauth2.sdk.ParseException e) {
            throw Failed.refused("the ID token cannot be read: " + e.getMessage(), e);
        }
    }

    private JWTClaimsSet withUserInfo(JWTClaimsSet claims, @Nullable BearerAccessToken token) throws Failed {
        URI there = description().getUserInfoEndpointURI();
        if (there == null || token == null) {
            return claims;
        }
        try {
            UserInfoResponse response = UserInfoResponse.parse(send(new UserInfoRequest(there, token).toHTTPRequest()));
            if (!response.indicatesSuccess() || response.toSuccessResponse().getUserInfo() == null) {
                return claims;
            }
            JWTClaimsSet told = response.toSuccessResponse().getUserInfo().toJWTClaimsSet();
            if (!claims.getSubject().equals(told.getSubject())) {
                throw Failed.refused("the provider's user information is about somebody else");
            }
            var all = new JWTClaimsSet.Builder(told);
            claims.getClaims().forEach(all::claim);
            return all.build();
        } catch (com.nimbusds.oauth2.sdk.ParseException e) {
            throw Failed.refused("the provider's user information cannot be read: " + e.getMessage(), e);
        }
    }

    private Identity identity(JWTClaimsSet claims, String proof) throws Failed {
        String login = text(claims, settings.loginClaim());
        if (login.isEmpty()) {
            throw Failed.refused("the provider tells no " + settings.loginClaim() + ", which is to be the login. Ask it"
                    + " for another scope, or name another claim in sign_in.oidc.login_claim");
        }
        if (settings.loginClaim().equals("email") && Boolean.FALSE.equals(claims.getClaim("email_verified"))) {
            throw Failed.refused("the e-mail address is not verified, so it may be anybody's");
        }
        if (login.length() > LONGEST_LOGIN || !login.matches("[\\p{L}\\p{N}._@-]+")) {
            throw Failed.refused("the claim " + settings.loginClaim()
                    + " is no login: letters, digits and . _ @ - only, at most 100");
        }
        String name = text(claims, settings.nameClaim());
        String extension = settings.extensionClaim().isEmpty() ? "" : text(claims, settings.extensionClaim());
        if (!extension.isEmpty() && !extension.matches("[0-9]{2,10}")) {
            throw Failed.refused("the claim " + settings.extensionClaim() + " is no extension: 2 to 10 digits");
        }
        // Subjects are unique per issuer only, and a floor may change its provider.
        return new Identity(Tokens.hash(claims.getIssuer() + "\n" + claims.getSubject()), login,
                name.isEmpty() ? login : name.substring(0, Math.min(name.length(), LONGEST_NAME)), extension,
                groups(claims), proof);
    }

    private Set<String> groups(JWTClaimsSet claims) {
        var groups = new TreeSet<String>();
        switch (claims.getClaim(settings.groupsClaim())) {
            case Collection<?> several -> several.forEach(group -> groups.add(String.valueOf(group)));
            case String one -> groups.add(one);
            case null, default -> {
            }
        }
        return groups;
    }

    private static String text(JWTClaimsSet claims, String claim) {
        return claims.getClaim(claim) instanceof String text ? text.strip() : "";
    }

    private OIDCProviderMetadata description() throws Failed {
        OIDCProviderMetadata known = described;
        if (known != null) {
            return known;
        }
        try {
            OIDCProviderMetadata asked = OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), PATIENCE_MS,
                    PATIENCE_MS);
            described = asked;
            return asked;
        } catch (GeneralException | IOException e) {
            throw Failed.away("the OpenID provider " + settings.issuer() + " does not describe itself: "
                    + e.getMessage(), e);
        }
    }

    private static HTTPResponse send(HTTPRequest request) throws Failed {
        request.setConnectTimeout(PATIENCE_MS);
        request.setReadTimeout(PATIENCE_MS);
        // A redirect would take the code or the token to somebody else.
        request.setFollowRedirects(false);
        try {
            return request.send();
        } catch (IOException e) {
            throw Failed.away("the OpenID provider does not answer: " + e.getMessage(), e);
        }
    }

    private static String words(@Nullable ErrorObject error) {
        return error == null ? "without a reason" : error.getCode() + " " + error.getDescription();
    }

    private ClientID client() {
        return new ClientID(settings.client());
    }
}
