package com.callfloor.dialer.local;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts child processes that die with this JVM, even when it is killed with SIGKILL, and that do not receive the
 * terminal's Ctrl-C.
 *
 * <p>The kernel's parent-death signal fires when the <em>thread</em> that forked ends, not the process. So one platform
 * thread, which lives until {@link #close()}, starts them all; {@code close} ends the children first. Thread-safe.
 */
public final class ChildProcesses implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChildProcesses.class);

    /** If the JVM died before the signal was armed, nobody would ever send it: the child looks at its parent once. */
    private static final String GUARD = "[ \"$PPID\" -eq \"$1\" ] || exit 125; shift; exec \"$@\"";

    private final Set<ChildProcess> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService forker = Executors
            .newSingleThreadExecutor(Thread.ofPlatform().daemon().name("forker").factory());

    /**
     * Starts it.
     *
     * @throws LocalFloorException if there is no such program
     */
    public ChildProcess start(ChildCommand command) {
        requireProgram(command);
        try {
            return CompletableFuture.supplyAsync(() -> fork(command), forker).join();
        } catch (CompletionException e) {
            throw new LocalFloorException("%s does not start: %s".formatted(command.name(), e.getCause()), e);
        }
    }

    /**
     * Starts it and waits for its end.
     *
     * @throws LocalFloorException if it takes longer or fails; the message has the end of its log
     */
    void run(ChildCommand command, Duration longest) {
        ChildProcess child = start(command);
        boolean ended = Await.until(() -> !child.isAlive(), longest);
        child.kill();
        if (!ended || child.exit().join() != 0) {
            throw new LocalFloorException("%s failed; the end of its log %s:%n%s".formatted(command.name(),
                    command.log(), LogTail.of(command.log())));
        }
    }

    /** Ends every child that still runs, at once, and takes no more. Those that need time are stopped by their owner. */
    @Override
    public void close() {
        running.forEach(ChildProcess::kill);
        forker.shutdown();
    }

    private ChildProcess fork(ChildCommand command) {
        List<String> words = new ArrayList<>(List.of("setsid", "setpriv", "--pdeathsig", "KILL", "--", "sh", "-c",
                GUARD, "sh", Long.toString(ProcessHandle.current().pid())));
        words.addAll(command.words());
        try {
            Process process = new ProcessBuilder(words).directory(command.folder().toFile())
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .redirectOutput(Redirect.appendTo(command.log().toFile()))
                    .redirectErrorStream(true)
                    .start();
            ChildProcess child = new ChildProcess(command, process);
            running.removeIf(former -> !former.isAlive());
            running.add(child);
            LOG.debug("{} runs as process {}", command.name(), child.pid());
            return child;
        } catch (IOException e) {
            throw new LocalFloorException(
                    "%s does not start; are setsid and setpriv installed (package util-linux)? %s"
                            .formatted(command.name(), e.getMessage()),
                    e);
        }
    }

    private static void requireProgram(ChildCommand command) {
        String program = command.program();
        boolean found = program.contains("/")
                ? Files.isExecutable(command.folder().resolve(program))
                : onPath().stream().anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
        if (!found) {
            throw new LocalFloorException("%s cannot start: there is no program %s; install it, or run bin/floor doctor"
                    .formatted(command.name(), program));
        }
    }

    private static List<Path> onPath() {
        String path = System.getenv().getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        return List.of(path.split(File.pathSeparator, -1))
                .stream()
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .toList();
    }
}
