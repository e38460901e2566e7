package com.callfloor.dialer.local;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * Where SIP is spoken over UDP.
 *
 * @param host a name or an IPv4 address
 * @param port 1 to 65535
 */
public record SipAddress(String host, int port) {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final int LAST_PORT = 65_535;

    /**
     * Checks both parts: they end up in Asterisk's configuration.
     *
     * @throws IllegalArgumentException if one is wrong
     */
    public SipAddress {
        if (!HOST.matcher(host).matches()) {
            throw new IllegalArgumentException("not a host name or IPv4 address: \"%s\"".formatted(host));
        }
        if (port < 1 || port > LAST_PORT) {
            throw new IllegalArgumentException("not a port from 1 to 65535: %d".formatted(port));
        }
    }

    /**
     * Reads {@code HOST:PORT}.
     *
     * @throws IllegalArgumentException if it is something else; the message says what is wrong
     */
    public static SipAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        try {
            return new SipAddress(text.substring(0, Math.max(0, colon)), Integer.parseInt(text.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "a SIP carrier is given as HOST:PORT, such as 127.0.0.1:5060, not as \"%s\"".formatted(text), e);
        }
    }

    /** Whether it is this machine by a loopback address; a name that cannot be resolved is not. */
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
