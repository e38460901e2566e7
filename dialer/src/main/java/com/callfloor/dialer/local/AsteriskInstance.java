package com.callfloor.dialer.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Asterisk of the local floor. Keeps its ports and folders when it is started again. Not thread-safe; the console
 * is.
 */
final class AsteriskInstance implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AsteriskInstance.class);
    private static final Duration LONGEST_START = Duration.ofSeconds(20);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final String role;
    private final LocalMachine machine;
    private final AsteriskTool tool;
    private final AsteriskFolders folders;
    private final ControlSocket control;
    private @Nullable ChildProcess process;

    /**
     * Starts nothing yet.
     *
     * @param role names the template folder under {@code config/asterisk} and the folder under the floor's state
     */
    AsteriskInstance(String role, LocalMachine machine) {
        this.role = role;
        this.machine = machine;
        this.tool = machine.tools().asterisk();
        Path root = machine.state().resolve(role);
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new LocalFloorException("The folder %s cannot be made".formatted(root), e);
        }
        this.folders = new AsteriskFolders(ShortPath.of(root));
        this.control = new ControlSocket(folders.control());
    }

    AsteriskFolders folders() {
        return folders;
    }

    /** Writes the configuration: the templates that all roles share, then those of this role. */
    void configure(Map<String, String> settings) {
        folders.make(tool, machine.tools().sounds());
        Map<String, String> values = new HashMap<>(folders.values());
        values.put("modules", tool.modules().toString());
        values.putAll(settings);
        Path templates = machine.config().resolve("asterisk");
        Template.renderFolder(templates.resolve("common"), folders.etc(), values);
        Template.renderFolder(templates.resolve(role), folders.etc(), values);
    }

    /**
     * Starts it and waits until it is fully booted.
     *
     * @throws LocalFloorException if it is not after 20 s, or ended; the message has the end of its log
     */
    void start() {
        long begun = System.nanoTime();
        try {
            Files.deleteIfExists(folders.control());
        } catch (IOException e) {
            throw new LocalFloorException("The stale socket %s cannot be removed".formatted(folders.control()), e);
        }
        ChildProcess started = machine.children()
                .start(new ChildCommand("Asterisk (%s)".formatted(role),
                        List.of(tool.program().toString(), "-f", "-C",
                                folders.etc().resolve("asterisk.conf").toString()),
                        folders.root(), console()));
        process = started;
        boolean settled = Await.until(() -> isBooted() || !started.isAlive(), LONGEST_START);
        if (!settled || !started.isAlive()) {
            started.kill();
            throw new LocalFloorException("Asterisk (%s) did not start; the end of its log in %s:%n%s".formatted(role,
                    folders.log(), LogTail.of(console())));
        }
        LOG.debug("Asterisk ({}) started in {} ms", role, Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    /** Lets it hang up and end; after 5 s it is made to. */
    void stop() {
        if (process != null) {
            process.stop(LONGEST_STOP);
        }
    }

    /** Takes it away at once, as a power cut would. */
    void kill() {
        if (process != null) {
            process.kill();
        }
    }

    /** Whether it runs, by its process. */
    boolean isRunning() {
        return process != null && process.isAlive();
    }

    /** Its process's id, or -1 before the first start. */
    long pid() {
        return process == null ? -1 : process.pid();
    }

    /**
     * A console command, for diagnosis.
     *
     * @throws LocalFloorException if it does not run
     */
    String cli(String command) {
        try {
            return control.run(command);
        } catch (IOException e) {
            throw new LocalFloorException("Asterisk (%s) does not take console commands; does it run?".formatted(role),
                    e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    private boolean isBooted() {
        try {
            return control.run("core waitfullybooted").contains("fully booted");
        } catch (IOException e) {
            return false;
        }
    }

    private Path console() {
        return folders.log().resolve("console.log");
    }
}
