package com.callfloor.dialer.messages;

import com.callfloor.dialer.cases.PhoneNumber;

/** Where a message goes: always the debtor's own, never a contact's, never at work. */
public sealed interface Recipient {
    /** A mobile. */
    record Phone(PhoneNumber number) implements Recipient {}

    /** A personal address. */
    record Mail(EmailAddress address) implements Recipient {}

    /** As people on the floor may see it. */
    default String masked() {
        return switch (this) {
            case Phone phone -> phone.number().masked();
            case Mail mail -> mail.address().masked();
        };
    }

    /** As the gateway needs it: never for a log. */
    default String whole() {
        return switch (this) {
            case Phone phone -> phone.number().e164();
            case Mail mail -> mail.address().address();
        };
    }
}
