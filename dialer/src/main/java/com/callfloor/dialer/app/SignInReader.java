package com.callfloor.dialer.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig.GroupSection;
import com.callfloor.dialer.config.FloorConfig.OidcSection;
import com.callfloor.dialer.config.FloorConfig.SignInSection;
import com.callfloor.dialer.config.FloorConfig.WebSection;
import com.callfloor.dialer.gateway.OpenIdProvider;
import com.callfloor.dialer.gateway.OpenIdSettings;
import com.callfloor.dialer.staff.GroupRules;
import com.callfloor.dialer.staff.ProvidedPeople;
import com.callfloor.dialer.staff.ProvidedPeople.Keeping;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.SignInPolicy;
import com.callfloor.dialer.web.SignInParts;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.access.Provided;

/** Turns the section web.sign_in of floor.yaml into ways to sign in. */
final class SignInReader {
    private static final String WHERE = "config/floor.yaml, web.sign_in";

    private SignInReader() {}

    static SignInParts read(Home home, WebSection web, Books books) throws ConfigProblem {
        SignInSection section = web.signIn();
        try {
            var policy = new SignInPolicy(section.passwords(), Set.copyOf(section.emergency()), section.idle(),
                    section.longest());
            if (section.oidc().issuer().isEmpty()) {
                if (!policy.passwords()) {
                    throw new IllegalArgumentException("passwords is off, but oidc.issuer names no provider");
                }
                return new SignInParts(policy, Optional.empty());
            }
            return new SignInParts(policy, Optional.of(provided(home, web, policy, books)));
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem(WHERE + ": " + e.getMessage(), e);
        }
    }

    private static Provided provided(Home home, WebSection web, SignInPolicy policy, Books books)
            throws ConfigProblem {
        OidcSection oidc = web.signIn().oidc();
        URI console = WebReader.origin(web.publicUrl())
                .orElseThrow(() -> new ConfigProblem("config/floor.yaml: web.sign_in.oidc needs web.public_url, such as"
                        + " https://floor.example: the provider sends browsers back there"));
        var settings = new OpenIdSettings(URI.create(oidc.issuer()), oidc.clientId(), secret(home, oidc),
                oidc.scopes(), console.resolve(Operation.PROVIDER_ANSWER.path()), console.resolve("/sign-in"),
                oidc.loginClaim(), oidc.nameClaim(), oidc.extensionClaim(), oidc.groupsClaim());
        List<GroupRules.Rule> rules = oidc.groups().stream().map(SignInReader::rule).toList();
        Keeping keeping = keeping(oidc.people());
        if (keeping != Keeping.LEAVE && rules.isEmpty()) {
            throw new IllegalArgumentException("oidc.groups is empty, so nobody could come in. Say which group gives"
                    + " which role, or set people to leave");
        }
        return new Provided(oidc.name().isEmpty() ? settings.issuer().getHost() : oidc.name(),
                new OpenIdProvider(settings), new ProvidedPeople(books.staffRegister, books.teams,
                        new GroupRules(rules), keeping, policy.emergency()));
    }

    private static GroupRules.Rule rule(GroupSection section) {
        Role role = Stream.of(Role.values())
                .filter(known -> known.code().equals(section.role()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("oidc.groups: " + section.group() + ": role is '"
                        + section.role() + "'; it can be agent, supervisor, qa, administrator or auditor"));
        return new GroupRules.Rule(section.group(), role, section.team(), Set.copyOf(section.lenders()));
    }

    private static Keeping keeping(String text) {
        return switch (text) {
            case "make" -> Keeping.MAKE;
            case "update" -> Keeping.UPDATE;
            case "leave" -> Keeping.LEAVE;
            default -> throw new IllegalArgumentException("oidc.people is '" + text
                    + "'; it can be make, update or leave");
        };
    }

    private static String secret(Home home, OidcSection oidc) throws ConfigProblem {
        if (oidc.clientSecretFile().isEmpty()) {
            return oidc.clientSecret();
        }
        if (!oidc.clientSecret().isEmpty()) {
            throw new IllegalArgumentException("oidc: give either client_secret or client_secret_file, not both");
        }
        try {
            return Files.readString(home.resolve(oidc.clientSecretFile())).strip();
        } catch (IOException e) {
            throw new ConfigProblem(WHERE + ".oidc.client_secret_file " + oidc.clientSecretFile()
                    + " cannot be read: " + e, e);
        }
    }
}
