package com.callfloor.dialer.local;

/**
 * How the dialer signs in to the PBX's manager interface.
 *
 * @param host a name or address
 * @param port TCP
 * @param user the manager user
 * @param secret its password; never shown
 */
public record ManagerAccess(String host, int port, String user, String secret) {
    @Override
    public String toString() {
        return "ManagerAccess[%s@%s:%d]".formatted(user, host, port);
    }
}
