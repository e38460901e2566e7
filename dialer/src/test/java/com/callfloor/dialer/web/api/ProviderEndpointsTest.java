package com.callfloor.dialer.web.api;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProviderEndpointsTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/floor", "/recordings?case=CF-5&from=2026-03-02#top", "/cases/%E7%8E%8B"})
    void oneMayComeBackToAPageOfOurs(String to) {
        assertThat(ProviderEndpoints.isOwnPage(to)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "floor", "https://evil.example", "//evil.example", "/\\evil", "/floor\\evil",
            "/\t/evil.example", "/\n/evil.example", "/ /evil.example", "/floor\r\nSet-Cookie: a=b"})
    void oneMayNotBeSentToAnotherSite(String to) {
        assertThat(ProviderEndpoints.isOwnPage(to)).isFalse();
    }
}
