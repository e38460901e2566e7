package com.callfloor.dialer.strategy;

import java.time.LocalDate;

/** Tells which steps of the ladder have become due. */
public final class EscalationRound {
    private final StrategyBook book;
    private final StrategyCases cases;
    private final Escalations escalations;

    public EscalationRound(StrategyBook book, StrategyCases cases, Escalations escalations) {
        this.book = book;
        this.cases = cases;
        this.escalations = escalations;
    }

    /**
     * Tells every step that became due after one day and until another, by the stage that its case is in on the latter.
     * Blocks on the database, and on the tasks.
     */
    public void run(LocalDate after, LocalDate until) {
        cases.open(until, facts -> {
            for (StagePlan.DueStep step : plan(facts).steps(facts.dueDate())) {
                if (step.date().isAfter(after) && !step.date().isAfter(until)) {
                    escalations.due(facts.id(), step.step(), step.date());
                }
            }
        });
    }

    private StagePlan plan(CaseFacts facts) {
        return book.place(facts).plan();
    }
}
