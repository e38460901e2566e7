package com.callfloor.dialer.local;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SipAddressTest {

    @Test
    void hostAndPortAreReadAndWrittenAlike() {
        assertThat(SipAddress.parse("sip.example.net:5061")).isEqualTo(new SipAddress("sip.example.net", 5061))
                .hasToString("sip.example.net:5061");
    }

    @Test
    void onlyThisMachineIsLoopback() {
        assertThat(new SipAddress("127.0.0.1", 5060).isLoopback()).isTrue();
        assertThat(new SipAddress("192.0.2.1", 5060).isLoopback()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":5060", "host", "host:", "host:0", "host:65536", "host:abc", "a b:5060",
            "host\nbind=x:5060", "host;x:5060", "-host:5060"})
    void anythingElseIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> SipAddress.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HOST:PORT");
    }
}
