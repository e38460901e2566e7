package com.callfloor.dialer.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChildProcessesIT {
    @TempDir
    private Path folder;
    private final ChildProcesses children = new ChildProcesses();

    @AfterEach
    void endAll() {
        children.close();
    }

    @Test
    void whatItPrintsIsLoggedAndItsExitIsTold() {
        ChildProcess child = start("sh", "-c", "echo out; echo err >&2; exit 7");

        assertThat(child.exit().join()).isEqualTo(7);
        assertThat(folder.resolve("log")).hasContent("out\nerr\n");
    }

    @Test
    void itIsAskedToEndBeforeItIsMadeTo() {
        ChildProcess willing = start("sleep", "600");
        assertThat(willing.stop(Duration.ofSeconds(5))).isTrue();
        assertThat(willing.exit().join()).isEqualTo(128 + 15);

        ChildProcess stubborn = start("sh", "-c", "trap '' TERM; echo deaf; while :; do sleep 1; done");
        assertThat(Await.until(() -> folder.resolve("log").toFile().length() > 0, Duration.ofSeconds(5))).isTrue();
        assertThat(stubborn.stop(Duration.ofMillis(300))).isFalse();
        assertThat(stubborn.exit().join()).isEqualTo(128 + 9);
    }

    @Test
    void itOutlivesTheThreadThatAskedForItAndHasASessionOfItsOwn() throws Exception {
        Thread asking = new Thread(() -> start("sh", "-c", "ps -o sid= -p $$; echo $$; exec sleep 600"));
        asking.start();
        asking.join();

        assertThat(Await.until(() -> LogTail.of(folder.resolve("log")).lines().count() == 2, Duration.ofSeconds(5)))
                .isTrue();
        List<String> sessionAndProcess = LogTail.of(folder.resolve("log")).lines().map(String::strip).toList();
        assertThat(sessionAndProcess.getFirst()).isEqualTo(sessionAndProcess.getLast());
        assertThat(ProcessHandle.of(Long.parseLong(sessionAndProcess.getLast()))).isPresent();
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> start("no-such-program")).isInstanceOf(LocalFloorException.class)
                .hasMessageContaining("no-such-program")
                .hasMessageContaining("bin/floor doctor");
        assertThatThrownBy(() -> start("/nowhere/at/all")).isInstanceOf(LocalFloorException.class)
                .hasMessageContaining("/nowhere/at/all");
    }

    private ChildProcess start(String... words) {
        return children.start(new ChildCommand("a child", List.of(words), folder, folder.resolve("log")));
    }
}
