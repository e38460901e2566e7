package com.callfloor.dialer.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ShortPathTest {

    @Test
    void aShortPlainNameStays() {
        assertThat(ShortPath.of(Path.of("/srv/callfloor/var/pbx"))).isEqualTo(Path.of("/srv/callfloor/var/pbx"));
    }

    @Test
    void aLongNameAndOneWithBlanksGetAnotherThatLeadsToTheSameFolder(@TempDir Path folder) throws IOException {
        Path odd = Files.createDirectories(folder.resolve("my checkout, 第二").resolve("x".repeat(100)));
        Files.writeString(odd.resolve("file"), "same");

        Path other = ShortPath.of(odd);

        assertThat(other.toString()).hasSizeLessThan(60).matches("[A-Za-z0-9/._-]+");
        assertThat(other.resolve("file")).hasContent("same");
        assertThat(ShortPath.of(odd)).isEqualTo(other);
    }
}
