package com.callfloor.dialer.messages;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that cannot hold anything but one plain address: no name, no list, no line break, so that none of these
 * can reach a header.
 */
public record EmailAddress(String address) {
    private static final int LONGEST = 254;
    private static final Pattern PLAIN = Pattern.compile(
            "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+");

    /** @throws IllegalArgumentException if it is none; the message does not repeat it */
    public EmailAddress {
        if (address.length() > LONGEST || !PLAIN.matcher(address).matches()) {
            throw new IllegalArgumentException("not an e-mail address such as name@example.com, in lower case");
        }
    }

    /** Reads an address as people write it; case does not tell addresses apart. */
    public static Optional<EmailAddress> parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        return plain.length() <= LONGEST && PLAIN.matcher(plain).matches()
                ? Optional.of(new EmailAddress(plain))
                : Optional.empty();
    }

    /** As people on the floor may see it: {@code l****@example.com}. */
    public String masked() {
        return address.charAt(0) + "****" + address.substring(address.indexOf('@'));
    }

    /** Masked, so that an address never reaches a log by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
