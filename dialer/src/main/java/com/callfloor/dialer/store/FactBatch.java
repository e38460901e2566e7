package com.callfloor.dialer.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Outcome;
import com.callfloor.dialer.floor.FloorFact;

/**
 * Writes many facts with few statements. On a busy floor nearly all of them are calls that were dialed and calls that
 * nobody answered; these are gathered and written together, the dialed ones first, for as long as no other fact stands
 * between them. So the facts of one attempt, and all that plan a case, are written in their order.
 */
final class FactBatch {
    private final FactStatements statements;
    private final Map<AttemptId, FloorFact.Dialed> dialed = new LinkedHashMap<>();
    private final Map<AttemptId, FloorFact.Closed> unanswered = new LinkedHashMap<>();

    FactBatch(FactStatements statements) {
        this.statements = statements;
    }

    void write(Collection<JournalEntry> entries) {
        for (JournalEntry entry : entries) {
            switch (entry.fact()) {
                case FloorFact.Dialed one when !dialed.containsKey(one.attempt())
                        && !unanswered.containsKey(one.attempt()) ->
                    dialed.put(one.attempt(), one);
                case FloorFact.Closed one when one.outcome().unanswered() && one.outcome() != Outcome.INVALID
                        && !unanswered.containsKey(one.attempt()) ->
                    unanswered.put(one.attempt(), one);
                default -> {
                    writeGathered();
                    statements.write(entry.number(), entry.fact());
                }
            }
        }
        writeGathered();
    }

    private void writeGathered() {
        statements.dialed(dialed.values());
        statements.unanswered(unanswered.values());
        dialed.clear();
        unanswered.clear();
    }
}
