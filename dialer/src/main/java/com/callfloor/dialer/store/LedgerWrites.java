package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.contacts.CallSlot;
import com.callfloor.dialer.contacts.ContactPick;
import com.callfloor.dialer.floor.AttemptLedger.Slot;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.store.NumberChoice.Choice;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Writes what a batch decided: three statements, however many cases, and a fourth where an experiment has new people. */
final class LedgerWrites {
    /** How long a reserved case stays away from the due ones if nobody ever writes the attempt's end. */
    private static final Duration LEASE = NumberChoice.LONGEST_UNDERWAY;
    private static final String ATTEMPT = """
            INSERT INTO attempts (id, case_id, debtor_id, number_id, campaign_id, purpose, agent_held, state, reserved_at,
                                  role, hour_band, weekend, strategy, strategy_version, stage, segment, script, script_version,
                                  script_language, experiment, arm)
            VALUES (:id, :case, :debtor, :number, :campaign, :purpose, :held, 'reserved', :at, :role, :band, :weekend,
                    :strategy, :strategyVersion, :stage, :segment, :script, :scriptVersion, :scriptLanguage, :experiment,
                    :arm)""";
    private static final String DECISION = """
            INSERT INTO decisions (at, case_id, number_id, attempt_id, verdict, not_before, decision)
            VALUES (:at, :case, :number, :attempt, :verdict, :notBefore, :decision)""";

    private LedgerWrites() {}

    /** What was decided for one slot of a batch. */
    record Decided(Slot slot, CaseRecord due, Choice choice) {}

    static void write(Handle handle, List<Decided> batch, Instant now, TreatmentNotes notes) {
        insertAttempts(handle, batch, now, notes);
        notes.assign(handle, batch);
        insertDecisions(handle, batch, now);
        plan(handle, batch, now);
    }

    /** Nothing is due of this case before {@code until}; what the rules said of it is for the agent's eyes only. */
    static void setAside(Handle handle, CaseId id, Instant until) {
        handle.createUpdate("UPDATE cases SET next_call_at = :until WHERE id = :case")
                .bind("until", until)
                .bind("case", id.value())
                .execute();
    }

    private static void insertAttempts(Handle handle, List<Decided> batch, Instant now, TreatmentNotes notes) {
        PreparedBatch attempts = handle.prepareBatch(ATTEMPT);
        for (Decided each : batch) {
            if (each.choice() instanceof Choice.Call call) {
                notes.bind(attempts, each, call);
                Optional<CallSlot> slot = call.pick().chosen().estimate().slot();
                attempts.bind("id", each.slot().id())
                        .bind("case", each.due().id().value())
                        .bind("debtor", each.due().debtor().value())
                        .bind("number", call.candidate().id())
                        .bind("campaign", each.due().campaign())
                        .bind("purpose", call.purpose().code())
                        .bind("held", each.slot().agentHeld())
                        .bind("at", now)
                        .bind("role", Rows.code(call.candidate().role()))
                        .bindByType("band", slot.map(when -> when.band().from()).orElse(null), Integer.class)
                        .bindByType("weekend", slot.map(CallSlot::weekend).orElse(null), Boolean.class)
                        .add();
            }
        }
        if (attempts.size() > 0) {
            attempts.execute();
        }
    }

    private static void insertDecisions(Handle handle, List<Decided> batch, Instant now) {
        PreparedBatch decisions = handle.prepareBatch(DECISION);
        for (Decided each : batch) {
            Candidate candidate = switch (each.choice()) {
                case Choice.Call call -> call.candidate();
                case Choice.Nobody nobody -> nobody.candidate();
            };
            Verdict verdict = each.choice().decision().verdict();
            decisions.bind("at", now)
                    .bind("case", each.due().id().value())
                    .bind("number", candidate == null ? null : candidate.id())
                    .bind("attempt", each.choice() instanceof Choice.Call ? each.slot().id().toString() : null)
                    .bind("verdict", verdict.code())
                    .bindByType("notBefore", verdict instanceof Verdict.NotBefore later ? later.instant() : null,
                            Instant.class)
                    .bind("decision", DecisionJson.of(each.choice().decision(),
                            candidate == null ? null : candidate.number(), purpose(each.choice(), candidate),
                            pick(each.choice())))
                    .add();
        }
        decisions.execute();
    }

    private static @Nullable ContactPick pick(Choice choice) {
        return choice instanceof Choice.Call call ? call.pick() : null;
    }

    private static Purpose purpose(Choice choice, @Nullable Candidate candidate) {
        if (choice instanceof Choice.Call call) {
            return call.purpose();
        }
        return candidate != null && candidate.contact() ? Purpose.INFORMATION : Purpose.COLLECTION;
    }

    /** A denied case sleeps (null) where no instant is known: whatever can change the answer wakes it. */
    private static void plan(Handle handle, List<Decided> batch, Instant now) {
        String sql = """
                UPDATE cases SET next_call_at = %s, denied_by = %s, denied_until = %s WHERE id IN (<cases>)"""
                .formatted(byCase("next", batch), byCase("denied", batch), byCase("until", batch));
        Update update = handle.createUpdate(sql)
                .bindList("cases", batch.stream().map(each -> each.due().id().value()).toList());
        for (int i = 0; i < batch.size(); i++) {
            Instant next = switch (batch.get(i).choice()) {
                case Choice.Call call -> now.plus(LEASE);
                case Choice.Nobody nobody -> nobody.next();
            };
            boolean denied = batch.get(i).choice() instanceof Choice.Nobody;
            update.bind("case" + i, batch.get(i).due().id().value())
                    .bindByType("next" + i, next, Instant.class)
                    .bind("denied" + i, denied ? DeniedBy.of(batch.get(i).choice().decision()) : null)
                    .bindByType("until" + i, denied ? next : null, Instant.class);
        }
        update.execute();
    }

    private static String byCase(String value, List<Decided> batch) {
        var sql = new StringBuilder("CASE id");
        for (int i = 0; i < batch.size(); i++) {
            sql.append(" WHEN :case").append(i).append(" THEN :").append(value).append(i);
        }
        return sql.append(" END").toString();
    }
}
