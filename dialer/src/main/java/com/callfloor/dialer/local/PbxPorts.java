package com.callfloor.dialer.local;

/**
 * Where a PBX listens; it keeps them when it is started again, so that the dialer's link finds it.
 *
 * @param manager the manager interface, TCP
 * @param web browser phones' WebSocket, TCP
 * @param phones SIP of the phones, UDP
 * @param trunk SIP towards the carrier, UDP
 */
public record PbxPorts(int manager, int web, int phones, int trunk) {

    /** Four that are free now. */
    public static PbxPorts free(FreePorts ports) {
        return new PbxPorts(ports.next(), ports.next(), ports.next(), ports.next());
    }
}
