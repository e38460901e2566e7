package com.callfloor.dialer.local;

import java.util.regex.Pattern;

import com.callfloor.dialer.agents.BrowserPhones;
import com.callfloor.dialer.agents.Extension;

/**
 * A desk phone, a softphone or a simulated phone that may register with the PBX, by SIP over UDP.
 *
 * @param extension its number inside the floor, 2 to 6 digits
 * @param secret its password: letters and digits
 */
public record PhoneAccount(String extension, String secret) {
    private static final Pattern EXTENSION = Pattern.compile("[0-9]{2,6}");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9]{8,64}");

    /**
     * Checks what will be written into Asterisk's configuration.
     *
     * @throws IllegalArgumentException if a part is wrong
     */
    public PhoneAccount {
        if (!EXTENSION.matcher(extension).matches()) {
            throw new IllegalArgumentException("an extension has 2 to 6 digits, not \"%s\"".formatted(extension));
        }
        if (!SECRET.matcher(secret).matches()) {
            throw new IllegalArgumentException(
                    "the secret of extension %s must have 8 to 64 letters and digits".formatted(extension));
        }
    }

    /** The three sections of the PBX's {@code pjsip.conf}. */
    String asEndpoint() {
        return """
                [%1$s](phone)
                auth = %1$s
                aors = %1$s

                [%1$s](phone-login)
                username = %1$s
                password = %2$s

                [%1$s](phone-contact)
                """.formatted(extension, secret);
    }

    /**
     * The browser phone of whoever has this one, SIP over WebSocket with DTLS-SRTP: an account without a password, which every
     * sign-in gets anew.
     */
    String asBrowserTwin() {
        return """
                [%1$s](browser-phone)
                auth = %1$s
                aors = %1$s

                [%1$s](phone-contact)
                """.formatted(BrowserPhones.LOCAL.of(new Extension(extension)));
    }

    /** The two sections of the simulated phones' {@code pjsip.conf}. */
    String asRegistration(SipAddress pbx) {
        return """
                [%1$s](login)
                username = %1$s
                password = %2$s

                [%1$s](registration)
                outbound_auth = %1$s
                client_uri = sip:%1$s@%3$s
                contact_user = %1$s
                """.formatted(extension, secret, pbx);
    }

    @Override
    public String toString() {
        return "PhoneAccount[%s]".formatted(extension);
    }
}
