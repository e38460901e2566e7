package com.callfloor.dialer.pbx;

/**
 * Where the PBX is and what our things are called on it.
 *
 * @param port the manager interface's TCP port, 1 to 65535
 * @param user a user of manager.conf with {@code read = call,user,system} and {@code write = call,originate,reporting}
 * @param tls encrypted, with the host's name checked against its certificate; demand it for any host but this one
 * @param debtorContext the dialplan context of answered debtors
 * @param agentContext the dialplan context of agents' legs
 */
public record PbxSettings(String host, int port, String user, String secret, boolean tls, String debtorContext,
        String agentContext, PbxTimings timings) {
    public static final String DEBTOR_CONTEXT = "callfloor-debtor";
    public static final String AGENT_CONTEXT = "callfloor-agent";

    /** @throws IllegalArgumentException if a name could not be told from a command on the PBX; says which one */
    public PbxSettings {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("the PBX's manager port must be 1 to 65535, not " + port);
        }
        AmiText.oneLine("the PBX's host", host);
        AmiText.oneLine("the manager user", user);
        AmiText.oneLine("the manager user's secret", secret);
        AmiText.name("the debtors' context", debtorContext);
        AmiText.name("the agents' context", agentContext);
    }

    /** Without the secret, which must not reach a log. */
    @Override
    public String toString() {
        return "PbxSettings[" + user + "@" + host + ":" + port + (tls ? " over TLS" : "") + "]";
    }
}
