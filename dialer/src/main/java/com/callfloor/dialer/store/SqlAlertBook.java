package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.supervision.alerts.Alert;
import com.callfloor.dialer.supervision.alerts.AlertBook;
import com.callfloor.dialer.supervision.alerts.AlertKind;
import com.callfloor.dialer.supervision.alerts.Concern;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Alerts in the database. */
public final class SqlAlertBook implements AlertBook {
    private static final int LONGEST_NAME = 200;
    private static final String ALERTS = """
            SELECT a.id, a.kind, a.subject, a.name, a.figures, a.raised_at, a.cleared_at, a.acknowledged_at,
                   u.name AS acknowledged_by
            FROM alerts a LEFT JOIN users u ON u.id = a.acknowledged_by
            """;
    private static final String RAISE = """
            INSERT INTO alerts (kind, subject, name, figures, raised_at) VALUES (:kind, :subject, :name, :figures, :at)""";
    private static final String CLEAR = "UPDATE alerts SET cleared_at = :at WHERE id = :id AND cleared_at IS NULL";
    private static final String ACKNOWLEDGE = """
            UPDATE alerts SET acknowledged_at = :at, acknowledged_by = :user
            WHERE id = :id AND acknowledged_at IS NULL""";

    private final Jdbi jdbi;
    private final ObjectMapper json = new ObjectMapper();

    public SqlAlertBook(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public List<Alert> standing() {
        return jdbi.withHandle(handle -> handle.createQuery(ALERTS + "WHERE a.cleared_at IS NULL ORDER BY a.id")
                .map(this::alert)
                .list());
    }

    @Override
    public Alert raise(Concern concern, Instant at) {
        String name = Fitting.into(LONGEST_NAME, concern.name());
        long id = jdbi.withHandle(handle -> handle.createUpdate(RAISE)
                .bind("kind", concern.kind().code())
                .bind("subject", concern.subject())
                .bind("name", name)
                .bind("figures", text(concern.figures()))
                .bind("at", at)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
        return new Alert(id, concern.kind(), concern.subject(), name, concern.figures(), at, null, null, null);
    }

    @Override
    public void clear(long id, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(CLEAR).bind("id", id).bind("at", at).execute());
    }

    @Override
    public boolean acknowledge(long id, long user, Instant at) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate(ACKNOWLEDGE).bind("id", id).bind("user", user).bind("at", at).execute();
            return handle.createQuery("SELECT 1 FROM alerts WHERE id = :id")
                    .bind("id", id)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent();
        });
    }

    @Override
    public List<Alert> page(@Nullable Long before, int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery(ALERTS + "WHERE a.id < :before ORDER BY a.id DESC LIMIT :limit")
                        .bind("before", before == null ? Long.MAX_VALUE : before)
                        .bind("limit", limit)
                        .map(this::alert)
                        .list());
    }

    private Alert alert(ResultSet row, StatementContext context) throws SQLException {
        String kind = row.getString("kind");
        return new Alert(row.getLong("id"),
                AlertKind.ofCode(kind)
                        .orElseThrow(() -> new IllegalStateException("alerts holds a kind that nobody knows: " + kind)),
                row.getString("subject"), row.getString("name"), figures(row.getString("figures")),
                Rows.instant(row, "raised_at"), Rows.instantOrNull(row, "cleared_at"),
                Rows.instantOrNull(row, "acknowledged_at"), row.getString("acknowledged_by"));
    }

    private String text(Map<String, Object> figures) {
        try {
            return json.writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an alert's figures are no JSON", e);
        }
    }

    private Map<String, Object> figures(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the books hold an alert whose figures are no JSON", e);
        }
    }
}
