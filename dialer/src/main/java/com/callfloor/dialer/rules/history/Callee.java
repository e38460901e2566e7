package com.callfloor.dialer.rules.history;

/**
 * Whom a call is about and where it rings, as keys that are only ever compared.
 *
 * @param person the debtor; a call to a listed contact is about the debtor who listed it
 * @param debt what is owed; one person may have several
 * @param account the lender's account that the debt belongs to
 * @param household who live together; a person of whom nothing is known is a household alone
 * @param number the telephone number, which several persons may share
 */
public record Callee(long person, long debt, long account, long household, long number, LineKind line) {}
