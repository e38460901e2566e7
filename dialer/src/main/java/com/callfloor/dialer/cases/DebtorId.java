package com.callfloor.dialer.cases;

/** A debtor's identity in this floor's database; one person across cases. */
public record DebtorId(long value) {}
