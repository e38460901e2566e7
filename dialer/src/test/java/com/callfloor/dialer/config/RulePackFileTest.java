package com.callfloor.dialer.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;

import com.callfloor.dialer.rules.CallingRule.PermittedHours;
import com.callfloor.dialer.rules.RulePack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RulePackFileTest {
    private static final Path SHIPPED = Path.of("..", "config", "rules");

    @TempDir
    Path folder;

    @Test
    void theShippedPackIsUnderstood() throws Exception {
        RulePack pack = new RulePackFile().read(SHIPPED, "floor");

        assertThat(pack.rules())
                .contains(new PermittedHours("FLOOR-HOURS", LocalTime.of(8, 0), LocalTime.of(21, 0)));
    }

    @Test
    void aPackWithAnUnknownWordIsRefused() throws Exception {
        broken("limit: 3", "limit: 3\n    per: week");

        assertThatThrownBy(() -> new RulePackFile().read(folder, "floor")).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("floor.yaml, line ")
                .hasMessageContaining("unknown key 'per'");
    }

    @Test
    void aWindowThatEndsBeforeItBeginsIsRefused() throws Exception {
        broken("to: \"21:00\"", "to: \"07:00\"");

        assertThatThrownBy(() -> new RulePackFile().read(folder, "floor")).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("FLOOR-HOURS")
                .hasMessageContaining("not before");
    }

    @Test
    void anUnknownScopeIsRefused() throws Exception {
        broken("scope: number", "scope: household");

        assertThatThrownBy(() -> new RulePackFile().read(folder, "floor")).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("FLOOR-NUMBER-DAY")
                .hasMessageContaining("household");
    }

    @Test
    void aPackThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new RulePackFile().read(folder, "cn")).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("cn.yaml");
    }

    private void broken(String original, String changed) throws Exception {
        String text = Files.readString(SHIPPED.resolve("floor.yaml"));
        assertThat(text).contains(original);
        Files.writeString(folder.resolve("floor.yaml"), text.replaceFirst(original, changed));
    }
}
