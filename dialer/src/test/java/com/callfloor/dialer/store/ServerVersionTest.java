package com.callfloor.dialer.store;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ServerVersionTest {
    @ParameterizedTest
    @ValueSource(strings = {"8.4.0", "8.4.10-log", "9.7.4", "10.0.1", "10.6.0-MariaDB", "11.4.5-MariaDB-log",
            "10.11.6-MariaDB-0+deb12u1"})
    void serversWithAllThatTheFloorNeedsAreTaken(String version) {
        assertThat(ServerVersion.parse(version).tooOld()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.7.44-log", "8.0.40", "8.3.0", "10.5.27-MariaDB", "5.5.68-MariaDB", "", "unknown"})
    void olderServersAndUnreadableOnesAreRefused(String version) {
        assertThat(ServerVersion.parse(version).tooOld()).isTrue();
    }

    @Test
    void theRefusalSaysWhatWasFoundAndWhatIsNeeded() {
        var settings = new DatabaseSettings("jdbc:mysql://db.example:3306/callfloor?x=secret", "floor", "pw", 4);

        var problem = new DatabaseProblem.TooOld(settings, ServerVersion.parse("8.0.40"));

        assertThat(problem).hasMessageContaining("MySQL 8.0")
                .hasMessageContaining("MySQL 8.4 or newer, or MariaDB 10.6 or newer")
                .hasMessageContaining("upgrade it")
                .message()
                .doesNotContain("secret");
    }
}
