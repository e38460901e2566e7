package com.callfloor.dialer.trunks;

import java.util.Set;
import java.util.regex.Pattern;

import com.callfloor.dialer.cases.PhoneNumber;

/**
 * One of our own numbers, shown to debtors.
 *
 * @param regions where it is local: ISO 3166-2 ({@code CN-SH}), ISO 3166-1 ({@code CN}), or {@value #ANYWHERE} for
 *     debtors of every region that no other number is local to
 */
public record CallerId(PhoneNumber number, Set<String> regions) {
    public static final String ANYWHERE = "*";
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?|\\*");

    /**
     * Checks the regions.
     *
     * @throws IllegalArgumentException if there is none, or one that is no code
     */
    public CallerId {
        regions = Set.copyOf(regions);
        if (regions.isEmpty()) {
            throw new IllegalArgumentException("a caller id needs the regions it is local to, or \"*\"");
        }
        for (String region : regions) {
            if (!REGION.matcher(region).matches()) {
                throw new IllegalArgumentException(
                        "'" + region + "' is no region of a caller id: write CN, CN-SH or \"*\"");
            }
        }
    }
}
