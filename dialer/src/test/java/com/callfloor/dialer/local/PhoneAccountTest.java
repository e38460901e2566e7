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
        assertThat(new PhoneAccount("1001", SECRET).asBrowserTwin()).contains("[91001](browser-phone)")
                .doesNotContain(SECRET);
        assertThat(new PhoneAccount("1001", SECRET).asEndpoint()).contains("[1001](phone)");
    }

    @Test
    void theSecretIsNotShown() {
        assertThat(new PhoneAccount("1001", SECRET)).asString().doesNotContain(SECRET);
    }

    @ParameterizedTest
    @CsvSource({"1,0123456789abcdef", "10x1,0123456789abcdef", "1001,short", "1001,has a blank in it",
            "1001,'line\nbreak12'"})
    void whatWouldChangeTheConfigurationIsRefused(String extension, String secret) {
        assertThatThrownBy(() -> new PhoneAccount(extension, secret))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
