package com.callfloor.dialer.cases;

import org.jspecify.annotations.Nullable;

/**
 * One number listed with a case.
 *
 * @param position 1 is the number that the lender listed first
 * @param contactName only for {@link NumberRole#CONTACT}
 * @param contactRelation only for {@link NumberRole#CONTACT}, as the lender wrote it
 */
public record CaseNumber(PhoneNumber number, NumberRole role, int position, @Nullable String contactName,
        @Nullable String contactRelation) {}
