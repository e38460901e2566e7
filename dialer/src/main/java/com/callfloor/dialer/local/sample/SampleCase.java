package com.callfloor.dialer.local.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One synthetic case, in the words of a case file.
 *
 * @param phones one to five, the first the debtor's main one
 * @param contacts at most three
 */
record SampleCase(String caseRef, Debtor debtor, String lender, String product, BigDecimal principal,
        BigDecimal amountDue, LocalDate dueDate, int overdueDays, int overduePeriods, List<Phone> phones,
        List<Contact> contacts, Optional<String> notes) {

    record Debtor(String ref, String name, Place place, String postalCode, String language) {}

    /** @param type one of mobile, home, work, contact */
    record Phone(String number, String type) {}

    record Contact(String name, String relation, String phone) {}
}
