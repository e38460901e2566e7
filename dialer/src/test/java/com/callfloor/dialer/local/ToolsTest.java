package com.callfloor.dialer.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ToolsTest {

    @Test
    void whatIsMissingIsNamedTogetherWithTheStepThatMakesIt(@TempDir Path var) {
        Tools tools = new Tools(var);

        assertThatThrownBy(tools::asterisk).hasMessageContaining("asterisk.properties")
                .hasMessageContaining("bin/floor up");
        assertThatThrownBy(tools::mySqlServer).hasMessageContaining("bin/floor test --database mysql");
        assertThatThrownBy(tools::sounds).hasMessageContaining("sounds").hasMessageContaining("bin/floor up");
    }

    @Test
    void aDescriptionThatIsOutOfDateIsReported(@TempDir Path var) throws IOException {
        Path file = Files.createDirectories(var.resolve("tools")).resolve("asterisk.properties");
        Tools tools = new Tools(var);

        Files.writeString(file, "version=22.1.0\nwrapper=/nowhere/asterisk\nmodules=/\ndata=/\n");
        assertThatThrownBy(tools::asterisk).hasMessageContaining("/nowhere/asterisk");

        Files.writeString(file, "version=22.1.0\nwrapper=/bin/sh\nmodules=/nowhere\ndata=/\n");
        assertThatThrownBy(tools::asterisk).hasMessageContaining("/nowhere");

        Files.writeString(file, "version=22.1.0\n");
        assertThatThrownBy(tools::asterisk).hasMessageContaining("does not say wrapper");
    }
}
