package com.callfloor.dialer.local;

import java.time.Instant;

import com.callfloor.dialer.cases.PhoneNumber;

/**
 * A call that reached the carrier, by the carrier's own log.
 *
 * @param at when its INVITE came in, to the millisecond
 * @param number who was called
 * @param caller the number that the debtor saw, digits only, empty if none
 * @param behaviour what the number did, such as {@code busy}
 */
public record CarrierCall(Instant at, PhoneNumber number, String caller, String behaviour) {

    static CarrierCall parse(String line) {
        String[] parts = line.split(",", 4);
        return new CarrierCall(Instant.parse(parts[0]), new PhoneNumber("+" + parts[1]), parts[2], parts[3]);
    }
}
