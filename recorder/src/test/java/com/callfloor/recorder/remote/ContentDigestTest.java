package com.callfloor.recorder.remote;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ContentDigestTest {
    /** The example of RFC 9530, section 2: {"hello": "world"} with a line feed. */
    private static final String RFC_VALUE = "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:";
    private static final String RFC_HEX = "44aff4ab2d7c3250525675a08f0cfa9591168cffe51791c5f5bbc417c15a6c38";

    @Test
    void writesAndReadsTheStandardsExample() {
        assertThat(ContentDigest.ofSha256(RFC_HEX)).isEqualTo(RFC_VALUE);
        assertThat(ContentDigest.sha256In(RFC_VALUE)).contains(RFC_HEX);
    }

    @Test
    void findsSha256AmongOthers() {
        assertThat(ContentDigest.sha256In("sha-512=:AAAA:, " + RFC_VALUE)).contains(RFC_HEX);
        assertThat(ContentDigest.sha256In(RFC_VALUE + ", sha-512=:AAAA:")).contains(RFC_HEX);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha-256", "sha-256=::", "sha-256=:AAAA:", "sha-512=:AAAA:",
            "xsha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:"})
    void whatIsNone_isNotGuessed(String value) {
        assertThat(ContentDigest.sha256In(value)).isEmpty();
    }
}
