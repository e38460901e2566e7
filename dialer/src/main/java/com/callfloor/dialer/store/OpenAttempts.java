package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.cases.CaseCard.PastAttempt;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.AttemptLedger.OpenAttempt;
import com.callfloor.dialer.floor.AttemptLedger.Third;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the attempts whose end is not written. */
final class OpenAttempts {
    private static final String OPEN = "SELECT " + CaseRecord.COLUMNS
            + """
                    , a.id AS attempt_id, a.reserved_at, a.early_media, a.rang_at, a.answered_at, a.connected_at, a.talk_ended_at,
                      a.agent_id, a.purpose, n.e164, d.name AS debtor_name,
                      s.id AS supervisor_id, s.login AS supervisor_login, s.name AS supervisor_name,
                      o.extension AS supervisor_phone,
                      t.id AS third_id, t.login AS third_login, t.name AS third_name, x.barged
                    FROM attempts a
                    JOIN cases c ON c.id = a.case_id
                    JOIN debtors d ON d.id = a.debtor_id
                    JOIN phone_numbers n ON n.id = a.number_id
                    LEFT JOIN take_overs o ON o.attempt_id = a.id AND o.ended_at IS NULL
                    LEFT JOIN users s ON s.id = o.supervisor_id
                    LEFT JOIN call_conferences x ON x.attempt_id = a.id AND x.left_at IS NULL
                    LEFT JOIN users t ON t.id = x.third_id
                    WHERE a.ended_at IS NULL
                    ORDER BY a.id""";

    private OpenAttempts() {}

    static List<OpenAttempt> read(Handle handle) {
        List<Found> open = handle.createQuery(OPEN)
                .map(
                        (row, context) -> new Found(CaseRecord.of(row, context), row.getString("debtor_name"),
                                SqlTypes.attempt(row.getString("attempt_id")), new PhoneNumber(row.getString("e164")),
                                Rows.constant(Purpose.class, row.getString("purpose")),
                                Rows.instant(row, "reserved_at"), row.getBoolean("early_media"),
                                Rows.instantOrNull(row, "rang_at"),
                                Rows.instantOrNull(row, "answered_at"), Rows.instantOrNull(row, "connected_at"),
                                Rows.instantOrNull(row, "talk_ended_at"),
                                agent(row), supervisor(row), third(row)))
                .list();
        Map<CaseId, List<PastAttempt>> history = PastAttempts.of(handle,
                open.stream().map(found -> found.record().id()).distinct().toList());
        Map<Long, String> campaigns = CampaignIds.all(handle);
        return open.stream().map(found -> found.with(campaigns, history)).toList();
    }

    private static @Nullable AgentId agent(ResultSet row) throws SQLException {
        Long id = row.getObject("agent_id", Long.class);
        return id == null ? null : new AgentId(id);
    }

    private static @Nullable Agent supervisor(ResultSet row) throws SQLException {
        Long id = row.getObject("supervisor_id", Long.class);
        return id == null
                ? null
                : new Agent(new AgentId(id), row.getString("supervisor_login"), row.getString("supervisor_name"),
                        new Extension(row.getString("supervisor_phone")));
    }

    private static @Nullable Third third(ResultSet row) throws SQLException {
        Long id = row.getObject("third_id", Long.class);
        return id == null
                ? null
                : new Third(Agent.withoutPhone(new AgentId(id), row.getString("third_login"),
                        row.getString("third_name")), row.getBoolean("barged"));
    }

    private record Found(CaseRecord record, String debtorName, AttemptId id, PhoneNumber number, Purpose purpose,
            Instant reservedAt, boolean earlyMedia,
            @Nullable Instant rangAt, @Nullable Instant answeredAt, @Nullable Instant connectedAt,
            @Nullable Instant talkEndedAt, @Nullable AgentId agent, @Nullable Agent takenOverBy,
            @Nullable Third third) {
        OpenAttempt with(Map<Long, String> campaigns, Map<CaseId, List<PastAttempt>> history) {
            return new OpenAttempt(id, record.card(campaigns.getOrDefault(record.campaign(), ""), debtorName,
                    history.getOrDefault(record.id(), List.of())), number,
                    purpose, reservedAt, earlyMedia, rangAt, answeredAt, connectedAt, talkEndedAt, agent,
                    takenOverBy, third);
        }
    }
}
