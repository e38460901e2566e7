package com.callfloor.dialer.local;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The database is taken away and comes back, with the same data at the same address. */
class DatabaseServerIT {

    enum Kind {
        MARIADB, MYSQL;

        DatabaseServer prepare(LocalMachine machine) {
            return switch (this) {
                case MARIADB -> EmbeddedDatabase.prepare(machine);
                case MYSQL -> MySqlServer.prepare(machine);
            };
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCommittedOutlivesAStopAKillAndTheProcessThatStartedIt(Kind kind) throws IOException, SQLException {
        assumeWanted(kind);
        try (LocalMachine machine = TestMachine.fresh("database-" + kind)) {
            try (DatabaseServer database = kind.prepare(machine)) {
                database.start();
                String address = database.jdbcUrl();
                write(database, "CREATE TABLE fact (id INT PRIMARY KEY, said VARCHAR(20)) ENGINE=InnoDB",
                        "INSERT INTO fact VALUES (1, '张三')");

                database.stop();
                assertThatThrownBy(() -> connect(database)).isInstanceOf(SQLException.class);
                database.start();
                write(database, "INSERT INTO fact VALUES (2, '李四')");
                database.kill();
                database.start();

                assertThat(database.jdbcUrl()).isEqualTo(address);
                assertThat(facts(database)).isEqualTo("张三李四");
                database.kill();
            }
            try (DatabaseServer nextDay = kind.prepare(machine)) {
                nextDay.start();
                assertThat(facts(nextDay)).isEqualTo("张三李四");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheFloorsOwnUserComesIn(Kind kind) throws IOException {
        assumeWanted(kind);
        try (LocalMachine machine = TestMachine.fresh("users-" + kind);
                DatabaseServer database = kind.prepare(machine)) {
            database.start();

            assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), "root", ""))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Access denied");
            assertThatThrownBy(() -> write(database, "CREATE DATABASE elsewhere")).isInstanceOf(SQLException.class);
        }
    }

    /** MySQL is only there when {@code bin/floor test --database mysql} prepared it. */
    private static void assumeWanted(Kind kind) {
        assumeTrue(kind == Kind.MARIADB || "mysql".equals(System.getenv("FLOOR_TEST_DATABASE")));
    }

    private static Connection connect(DatabaseServer database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }

    private static void write(DatabaseServer database, String... statements) throws SQLException {
        try (Connection connection = connect(database); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String facts(DatabaseServer database) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement
                        .executeQuery("SELECT GROUP_CONCAT(said ORDER BY id SEPARATOR '') FROM fact")) {
            result.next();
            return result.getString(1);
        }
    }
}
