package com.callfloor.dialer.local;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PhoneAccountTest {
    private static final String SECRET = "0123456789abcdef";

    @Test
    void aBrowserPhoneSpeaksWebRtcAndADeskPhoneDoesNot() {
        assertThat(new PhoneAccount("1001", SECRET, PhoneAccount.Kind.BROWSER).asEndpoint())
                .contains("[1001](browser-phone)");
        assertThat(new PhoneAccount("1001", SECRET, PhoneAccount.Kind.SIP).asEndpoint()).contains("[1001](phone)");
    }

    @Test
    void theSecretIsNotShown() {
        assertThat(new PhoneAccount("1001", SECRET, PhoneAccount.Kind.SIP)).asString().doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({"1,0123456789abcdef", "10x1,0123456789abcdef", "1001,short", "1001,has a blank in it",
            "1001,'line\nbreak12'"})
    void whatWouldChangeTheConfigurationIsRefused(String extension, String secret) {
        assertThatThrownBy(() -> new PhoneAccount(extension, secret, PhoneAccount.Kind.SIP))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
