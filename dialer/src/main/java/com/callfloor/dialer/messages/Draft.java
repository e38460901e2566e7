package com.callfloor.dialer.messages;

import java.time.LocalDate;
import java.util.Optional;

import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.promises.Instalment;
import com.callfloor.dialer.rules.history.Channel;
import org.jspecify.annotations.Nullable;

/**
 * What a message is composed from.
 *
 * @param language the one that was chosen for it, else the case's own; empty: the floor's
 * @param promised the instalment that it reminds of
 */
public record Draft(String template, Channel channel, Optional<String> language, String caseRef, String debtorName,
        @Nullable String lender, @Nullable String product, Money amountDue, LocalDate dueDate,
        Optional<Instalment> promised) {}
