package com.callfloor.dialer.agents;

/**
 * The phones in people's browsers: everybody's is the number of their desk phone behind a prefix.
 *
 * @param prefix digits that no desk phone's number begins with
 */
public record BrowserPhones(String prefix) {
    /** Those of the local floor, whose desk phones have the numbers 1001 and on. */
    public static final BrowserPhones LOCAL = new BrowserPhones("9");

    public BrowserPhones {
        if (!prefix.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException("the prefix of browser phones is 1 to 4 digits, such as 9");
        }
    }

    /**
     * The browser phone of whoever has this desk phone.
     *
     * @throws IllegalArgumentException if the two together are longer than an extension may be
     */
    public Extension of(Extension deskPhone) {
        return new Extension(prefix + deskPhone.digits());
    }
}
