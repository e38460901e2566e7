package com.callfloor.dialer.rules;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.PhoneNumber;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/**
 * Every zone that a debtor may be in: the one declared with the case and those that the number's prefix maps to. A call
 * must be permitted in all of them; none at all means that nobody knows, and no call.
 */
public final class CandidateZones {
    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final PhoneNumberToTimeZonesMapper zones = PhoneNumberToTimeZonesMapper.getInstance();

    public Set<ZoneId> of(Optional<ZoneId> declared, PhoneNumber number) {
        Set<ZoneId> candidates = new HashSet<>();
        declared.ifPresent(candidates::add);
        try {
            for (String name : zones.getTimeZonesForNumber(numbers.parse(number.e164(), null))) {
                if (!PhoneNumberToTimeZonesMapper.getUnknownTimeZone().equals(name)) {
                    candidates.add(ZoneId.of(name));
                }
            }
            return candidates;
        } catch (NumberParseException | DateTimeException e) {
            // A zone that is indicated but cannot be read is a doubt, and in doubt nobody is called.
            return Set.of();
        }
    }
}
