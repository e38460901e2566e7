package com.callfloor.dialer.cases;

/** A case's identity in this floor's database; the lender's own is its reference. */
public record CaseId(long value) {}
