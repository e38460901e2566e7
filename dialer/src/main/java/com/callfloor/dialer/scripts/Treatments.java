package com.callfloor.dialer.scripts;

import java.time.LocalDate;
import java.util.function.Supplier;

import com.callfloor.dialer.strategy.CaseFacts;
import com.callfloor.dialer.strategy.StrategyBook;
import org.jspecify.annotations.Nullable;

/**
 * Says under what a call is made. Immutable, quick.
 *
 * @param today the floor's day
 */
public record Treatments(StrategyBook book, ScriptLibrary scripts, CallerNames caller, Supplier<LocalDate> today) {
    /**
     * Of the next call about a case.
     *
     * @param facts     as they stand before it
     * @param language  as the case's file says; null: it does not
     * @param toContact whether a listed contact is called, not the debtor
     */
    public Treatment of(CaseFacts facts, @Nullable String language, boolean toContact) {
        CaseFacts then = facts.duringNextCall();
        var placement = book.place(then);
        return new Treatment(book.strategyOf(then), placement,
                scripts.said(placement, toContact, caller.languageOf(language)), book.experiments().of(then));
    }
}
