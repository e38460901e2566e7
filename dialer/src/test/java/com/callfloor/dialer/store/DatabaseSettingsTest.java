package com.callfloor.dialer.store;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DatabaseSettingsTest {
    @Test
    void aMariaDbUrlIsRefusedWithTheOneToWriteInstead() {
        assertThatThrownBy(() -> new DatabaseSettings("jdbc:mariadb://localhost/callfloor", "u", "p", 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:mysql://127.0.0.1:3306/callfloor");
    }

    @Test
    void aPoolOutsideItsBoundsIsRefused() {
        assertThatThrownBy(() -> new DatabaseSettings("jdbc:mysql://localhost/callfloor", "u", "p", 65))
                .hasMessageContaining("2 to 64, not 65");
    }

    @Test
    void neitherPasswordNorParametersAreEverShown() {
        var settings = new DatabaseSettings("jdbc:mysql://localhost/callfloor?password=hidden", "u", "s3cret", 5);

        assertThat(settings.toString()).contains("localhost/callfloor").doesNotContain("hidden", "s3cret");
    }
}
