package com.callfloor.dialer.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A JVM that runs a whole floor is killed with SIGKILL. */
class KilledLauncherIT {

    @Test
    void nothingOutlivesItAndTheNextOneStarts() throws IOException {
        TestMachine.fresh("killed").close();
        for (int day = 0; day < 2; day++) {
            Process launcher = launcher();
            List<Long> children = children(launcher);

            assertThat(children).hasSize(4).allMatch(KilledLauncherIT::isAlive);
            assertThat(children).noneMatch(KilledLauncherIT::holdsTheLock);
            launcher.destroyForcibly();

            await().atMost(Duration.ofSeconds(30)).until(() -> children.stream().noneMatch(KilledLauncherIT::isAlive));
        }
    }

    /** As bin/floor does it: the shell takes the lock, then becomes the JVM. */
    private static Process launcher() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        return new ProcessBuilder("bash", "-c", "exec 9>\"$1\"; flock 9; shift; exec \"$@\"", "bash", lock().toString(),
                java, "-Xmx128m", "-cp", System.getProperty("java.class.path"), LaunchedFloor.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<Long> children(Process launcher) throws IOException {
        List<Long> children = new ArrayList<>();
        BufferedReader out = launcher.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null && !line.equals(LaunchedFloor.READY); line = out.readLine()) {
            if (line.startsWith(LaunchedFloor.CHILD)) {
                children.add(Long.parseLong(line.substring(LaunchedFloor.CHILD.length())));
            }
        }
        return children;
    }

    private static boolean isAlive(long pid) {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        return process.isPresent() && process.get().isAlive();
    }

    private static boolean holdsTheLock(long pid) {
        try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return open.anyMatch(KilledLauncherIT::isLock);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isLock(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).equals(lock());
        } catch (IOException e) {
            return false;
        }
    }

    private static Path lock() {
        return TestMachine.checkout().resolve("dialer/target/floor/killed/lock");
    }
}
