package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.staff.ListeningLimits;
import com.callfloor.dialer.staff.Team;
import com.callfloor.dialer.staff.TeamBook;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Teams and listeners' limits in the database. */
public final class SqlTeamBook implements TeamBook {
    private static final String TEAMS = """
            SELECT t.id, t.name, (SELECT COUNT(*) FROM users u WHERE u.team_id = t.id) AS members FROM teams t
            """;
    private static final String USERS = """
            SELECT u.id, u.login, u.name, u.role, u.extension, u.team_id, u.disabled_at FROM users u
            """;
    private static final String RIGHTS = "SELECT user_id, lender, team_id FROM listening_rights ";

    private final Jdbi jdbi;

    public SqlTeamBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public List<Team> teams() {
        return jdbi.withHandle(
                handle -> handle.createQuery(TEAMS + "ORDER BY t.name").map(SqlTeamBook::team).list());
    }

    @Override
    public Optional<Team> make(String name) {
        return jdbi.inTransaction(handle -> {
            int made = handle.createUpdate("INSERT IGNORE INTO teams (name) VALUES (:name)")
                    .bind("name", name)
                    .execute();
            return made == 0
                    ? Optional.empty()
                    : handle.createQuery(TEAMS + "WHERE t.name = :name")
                            .bind("name", name)
                            .map(SqlTeamBook::team)
                            .findOne();
        });
    }

    private static Team team(ResultSet row, StatementContext context) throws SQLException {
        return new Team(row.getLong("id"), row.getString("name"), row.getInt("members"));
    }

    @Override
    public List<Placed> users() {
        return jdbi.withHandle(handle -> {
            Map<Long, ListeningLimits> limits = limits(handle, "", Map.of());
            List<Team> teams = handle.createQuery(TEAMS + "ORDER BY t.name").map(SqlTeamBook::team).list();
            return handle.createQuery(USERS + "ORDER BY u.id")
                    .map((row, context) -> placed(row, limits, teams))
                    .list();
        });
    }

    @Override
    public Optional<Placed> user(long id) {
        return jdbi.withHandle(handle -> {
            Map<Long, ListeningLimits> limits = limits(handle, "WHERE user_id = :user", Map.of("user", id));
            List<Team> teams = handle.createQuery(TEAMS + "ORDER BY t.name").map(SqlTeamBook::team).list();
            return handle.createQuery(USERS + "WHERE u.id = :user")
                    .bind("user", id)
                    .map((row, context) -> placed(row, limits, teams))
                    .findOne();
        });
    }

    private static Placed placed(ResultSet row, Map<Long, ListeningLimits> limits,
            List<Team> teams) throws SQLException {
        Long team = row.getObject("team_id", Long.class);
        ListeningLimits own = limits.getOrDefault(row.getLong("id"), ListeningLimits.NONE);
        return new Placed(SqlStaffDirectory.user(row),
                teams.stream().filter(each -> team != null && each.id() == team).findFirst().orElse(null), own,
                teams.stream().filter(each -> own.teams().contains(each.id())).toList(),
                Rows.instantOrNull(row, "disabled_at"));
    }

    @Override
    public boolean place(long userId, @Nullable Long teamId) {
        return jdbi.inTransaction(handle -> exists(handle, "users", userId)
                && (teamId == null || exists(handle, "teams", teamId))
                && handle.createUpdate("UPDATE users SET team_id = :team WHERE id = :user")
                        .bind("team", teamId)
                        .bind("user", userId)
                        .execute() >= 0);
    }

    @Override
    public boolean limit(long userId, Set<String> lenders, Set<Long> teams) {
        return jdbi.inTransaction(handle -> {
            if (!exists(handle, "users", userId) || !teams.stream().allMatch(team -> exists(handle, "teams", team))) {
                return false;
            }
            handle.execute("DELETE FROM listening_rights WHERE user_id = ?", userId);
            lenders.forEach(lender -> handle
                    .execute("INSERT INTO listening_rights (user_id, lender) VALUES (?, ?)", userId, lender));
            teams.forEach(team -> handle
                    .execute("INSERT INTO listening_rights (user_id, team_id) VALUES (?, ?)", userId, team));
            return true;
        });
    }

    private static boolean exists(Handle handle, String table, long id) {
        return handle.createQuery("SELECT 1 FROM " + table + " WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    @Override
    public ListeningLimits limitsOf(long userId) {
        return jdbi.withHandle(handle -> limits(handle, "WHERE user_id = :user", Map.of("user", userId)))
                .getOrDefault(userId, ListeningLimits.NONE);
    }

    private static Map<Long, ListeningLimits> limits(Handle handle, String which, Map<String, ?> bound) {
        Map<Long, Set<String>> lenders = new HashMap<>();
        Map<Long, Set<Long>> teams = new HashMap<>();
        handle.createQuery(RIGHTS + which).bindMap(bound).map((row, context) -> {
            long user = row.getLong("user_id");
            String lender = row.getString("lender");
            if (lender == null) {
                teams.computeIfAbsent(user, first -> new HashSet<>()).add(row.getLong("team_id"));
            } else {
                lenders.computeIfAbsent(user, first -> new HashSet<>()).add(lender);
            }
            return user;
        }).list();
        Set<Long> users = new HashSet<>(lenders.keySet());
        users.addAll(teams.keySet());
        Map<Long, ListeningLimits> limits = new HashMap<>();
        users.forEach(user -> limits.put(user, new ListeningLimits(lenders.getOrDefault(user, Set.of()),
                teams.getOrDefault(user, Set.of()))));
        return limits;
    }
}
