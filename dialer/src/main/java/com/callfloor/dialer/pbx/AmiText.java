package com.callfloor.dialer.pbx;

import java.util.regex.Pattern;

/** The one place that decides which text may go into an AMI header. */
final class AmiText {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern CHANNEL_NAME = Pattern.compile("PJSIP/[A-Za-z0-9_.+-]{1,80}");

    private AmiText() {}

    /**
     * Lets one line of text pass.
     *
     * @return {@code value} itself
     * @throws IllegalArgumentException if it holds CR, LF or NUL, which would end the header and begin another one; the
     *         message does not repeat the text
     */
    static String oneLine(String what, String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\r' || c == '\n' || c == '\0') {
                throw new IllegalArgumentException(what + " holds a line break or a NUL at position " + i
                        + "; the PBX would take what follows for a command of its own");
            }
        }
        return value;
    }

    /**
     * Lets the name of a PBX object (endpoint, context) pass: it becomes part of a dial string.
     *
     * @throws IllegalArgumentException if it holds anything but letters, digits, dot, dash and underscore
     */
    static String name(String what, String value) {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    what + " may hold letters, digits, '.', '-' and '_' only, 64 at most; mend it in the configuration");
        }
        return value;
    }

    /** Whether a channel name that the PBX told is safe among an application's arguments, where commas separate. */
    static boolean isChannelName(String value) {
        return CHANNEL_NAME.matcher(value).matches();
    }
}
