package com.callfloor.dialer.local;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Whoever found a SIP port, and calls a number through it. */
final class Stranger {
    private static final int PATIENCE_MILLIS = 5_000;

    private Stranger() {}

    /** The first line of the final answer to an INVITE for that number. */
    static String invites(String number, SipAddress through) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            byte[] invite = invite(number, through, socket.getLocalPort()).getBytes(UTF_8);
            socket.send(
                    new DatagramPacket(invite, invite.length, new InetSocketAddress(through.host(), through.port())));
            String answer = receive(socket);
            while (answer.startsWith("SIP/2.0 1")) {
                answer = receive(socket);
            }
            return answer.lines().findFirst().orElse("");
        }
    }

    private static String receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[4_096], 4_096);
        socket.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), UTF_8);
    }

    private static String invite(String number, SipAddress through, int port) {
        String sdp = """
                v=0
                o=- 1 1 IN IP4 127.0.0.1
                s=-
                c=IN IP4 127.0.0.1
                t=0 0
                m=audio %d RTP/AVP 8
                """.formatted(port).replace("\n", "\r\n");
        return """
                INVITE sip:%1$s@%2$s SIP/2.0
                Via: SIP/2.0/UDP 127.0.0.1:%3$d;branch=z9hG4bK%4$s;rport
                From: <sip:stranger@127.0.0.1>;tag=%4$s
                To: <sip:%1$s@%2$s>
                Call-ID: %4$s
                CSeq: 1 INVITE
                Max-Forwards: 70
                Contact: <sip:stranger@127.0.0.1:%3$d>
                Content-Type: application/sdp
                Content-Length: %5$d

                """.formatted(number, through, port, UUID.randomUUID(), sdp.length()).replace("\n", "\r\n") + sdp;
    }
}
