package com.callfloor.dialer.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What MariaDB and MySQL have in common: one process over one data folder, on one port of the loopback address. */
final class SqlServer implements DatabaseServer {
    private static final Logger LOG = LoggerFactory.getLogger(SqlServer.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final String USER = "callfloor";
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(20);
    private static final Duration LAST_GASP = Duration.ofSeconds(10);
    private static final int PROTOCOL_BYTE = 4;
    private static final int PROTOCOL_VERSION = 10;

    private final String name;
    private final Path home;
    private final LocalMachine machine;
    private final int port;
    private final List<String> program;
    private final String password;
    private final String rootPassword;
    private @Nullable ChildProcess process;

    /**
     * Chooses a port, starts nothing.
     *
     * @param home its folders: {@code data} is filled already, the others are made
     * @param program the command with the options that only this kind of server knows
     */
    SqlServer(String name, Path home, LocalMachine machine, List<String> program) {
        this.name = name;
        this.home = home;
        this.machine = machine;
        this.port = machine.ports().next();
        this.program = List.copyOf(program);
        this.password = machine.secrets().of("database");
        this.rootPassword = machine.secrets().of("database-root");
    }

    @Override
    public void start() {
        long begun = System.nanoTime();
        prepare();
        ChildProcess started = machine.children().start(new ChildCommand(name, command(), home, log()));
        process = started;
        boolean settled = Await.until(() -> greets() || !started.isAlive(), LONGEST_START);
        if (!settled || !started.isAlive()) {
            started.kill();
            throw new LocalFloorException("%s did not start; the end of its log %s:%n%s".formatted(name, log(),
                    LogTail.of(log())));
        }
        LOG.debug("{} started in {} ms", name, Duration.ofNanos(System.nanoTime() - begun).toMillis());
    }

    @Override
    public void stop() {
        if (process != null) {
            process.stop(LONGEST_STOP);
        }
    }

    @Override
    public void kill() {
        if (process != null) {
            process.kill();
        }
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:mysql://%s:%d/callfloor?sslMode=DISABLED&allowPublicKeyRetrieval=true".formatted(LOOPBACK, port);
    }

    @Override
    public String user() {
        return USER;
    }

    @Override
    public String password() {
        return password;
    }

    @Override
    public long pid() {
        return process == null ? -1 : process.pid();
    }

    private List<String> command() {
        List<String> words = new ArrayList<>(program);
        words.addAll(List.of("--user=" + System.getProperty("user.name"), "--datadir=" + home.resolve("data"),
                "--tmpdir=" + home.resolve("tmp"), "--socket=" + home.resolve("server.sock"),
                "--pid-file=" + pidFile(), "--port=" + port, "--bind-address=" + LOOPBACK, "--skip-name-resolve",
                "--init-file=" + home.resolve("init.sql"), "--character-set-server=utf8mb4",
                "--performance-schema=OFF", "--innodb-flush-log-at-trx-commit=1", "--innodb-buffer-pool-size=512M",
                "--innodb-buffer-pool-load-at-startup=OFF", "--innodb-buffer-pool-dump-at-shutdown=OFF"));
        return words;
    }

    /** Run by the server itself before it takes connections, so nobody can come in before root has a password. */
    private String initialisation() {
        return """
                CREATE DATABASE IF NOT EXISTS callfloor CHARACTER SET utf8mb4;
                CREATE USER IF NOT EXISTS '%1$s'@'%2$s' IDENTIFIED BY '%3$s';
                ALTER USER '%1$s'@'%2$s' IDENTIFIED BY '%3$s';
                GRANT ALL PRIVILEGES ON `callfloor%%`.* TO '%1$s'@'%2$s';
                ALTER USER 'root'@'localhost' IDENTIFIED BY '%4$s';
                """.formatted(USER, LOOPBACK, password, rootPassword);
    }

    private void prepare() {
        try {
            awaitFormerServersEnd();
            Files.createDirectories(home.resolve("tmp"));
            Path init = home.resolve("init.sql");
            Files.deleteIfExists(init);
            Files.createFile(init, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(init, initialisation());
            for (Path stale : List.of(pidFile(), home.resolve("server.sock"), home.resolve("server.sock.lock"))) {
                Files.deleteIfExists(stale);
            }
        } catch (IOException e) {
            throw new LocalFloorException("The folder %s of %s cannot be prepared".formatted(home, name), e);
        }
    }

    /** The server of a JVM that was killed a moment ago may still be on its way out and hold the data. */
    private void awaitFormerServersEnd() throws IOException {
        if (Files.exists(pidFile()) && !Await.until(() -> !formerServerLives(), LAST_GASP)) {
            throw new LocalFloorException("%s still runs over %s (process id in %s); end it first".formatted(name, home,
                    pidFile()));
        }
    }

    private boolean formerServerLives() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile()).strip()))
                    .map(former -> former.isAlive()
                            && former.info().commandLine().orElse("").contains(home.toString()))
                    .orElse(false);
        } catch (IOException | NumberFormatException e) {
            return false;
        }
    }

    /** Whether somebody on the port opens the conversation as a MySQL server does. */
    private boolean greets() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) LAST_GASP.toMillis());
            InputStream in = socket.getInputStream();
            byte[] opening = in.readNBytes(PROTOCOL_BYTE + 1);
            return opening.length > PROTOCOL_BYTE && opening[PROTOCOL_BYTE] == PROTOCOL_VERSION;
        } catch (IOException e) {
            return false;
        }
    }

    private Path pidFile() {
        return home.resolve("server.pid");
    }

    private Path log() {
        return home.resolve("server.log");
    }
}
