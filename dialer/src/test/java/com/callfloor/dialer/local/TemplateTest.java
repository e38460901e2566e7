package com.callfloor.dialer.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TemplateTest {
    @TempDir
    private Path folder;
    private Path from;
    private Path to;

    @BeforeEach
    void folders() throws IOException {
        from = Files.createDirectories(folder.resolve("from"));
        to = Files.createDirectories(folder.resolve("to"));
    }

    @Test
    void placesAreFilledAndTheDialplansOwnVariablesAreLeftAlone() throws IOException {
        Files.writeString(from.resolve("a.conf"), "bind = {{host}}:{{port}}\nexten = s,1,Wait(${PATIENCE})\n");

        Template.renderFolder(from, to, Map.of("host", "127.0.0.1", "port", "5060"));

        assertThat(to.resolve("a.conf")).hasContent("bind = 127.0.0.1:5060\nexten = s,1,Wait(${PATIENCE})\n");
    }

    @Test
    void aValueIsTakenAsItIs() throws IOException {
        Files.writeString(from.resolve("a.conf"), "x = {{value}}\n");

        Template.renderFolder(from, to, Map.of("value", "$1\\2 {{value}}\nsecond"));

        assertThat(to.resolve("a.conf")).hasContent("x = $1\\2 {{value}}\nsecond\n");
    }

    @Test
    void anUnknownPlaceIsReportedWithFileAndLine() throws IOException {
        Files.writeString(from.resolve("a.conf"), "first\nbind = {{hots}}\n");

        assertThatThrownBy(() -> Template.renderFolder(from, to, Map.of("host", "127.0.0.1")))
                .isInstanceOf(LocalFloorException.class)
                .hasMessageContaining("a.conf, line 2")
                .hasMessageContaining("{{hots}}")
                .hasMessageContaining("[host]");
    }

    @Test
    void aCommentMayShowAPlace() throws IOException {
        Files.writeString(from.resolve("a.conf"), "; {{anything}}\n");

        Template.renderFolder(from, to, Map.of());

        assertThat(to.resolve("a.conf")).hasContent("; {{anything}}\n");
    }
}
