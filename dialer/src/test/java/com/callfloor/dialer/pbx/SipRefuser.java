package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.callfloor.dialer.local.SipAddress;

/**
 * A carrier that refuses each call with the SIP status that its number ends with; the three digits before are the Q.850
 * cause of its Reason header, 000 for none.
 */
final class SipRefuser implements AutoCloseable {
    private static final Pattern CALLED = Pattern.compile("^INVITE sip:\\+?\\d*(\\d{3})(\\d{3})@");
    private static final Pattern REPEATED = Pattern.compile("(?im)^(?:via|v|from|f|call-id|i|cseq)\\s*:.*$");
    private static final Pattern TO = Pattern.compile("(?im)^(?:to|t)\\s*:.*$");

    private final DatagramSocket socket;

    SipRefuser() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("sip-refuser").start(this::serve);
    }

    SipAddress address() {
        return new SipAddress("127.0.0.1", socket.getLocalPort());
    }

    @Override
    public void close() {
        socket.close();
    }

    private void serve() {
        byte[] buffer = new byte[65_535];
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                String message = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                Matcher called = CALLED.matcher(message);
                if (called.find()) {
                    byte[] reply = refusal(message, called.group(1), called.group(2)).getBytes(StandardCharsets.UTF_8);
                    socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
                }
            }
        } catch (SocketException e) {
            // Closed: the test is over.
            return;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String refusal(String invite, String cause, String status) {
        StringBuilder reply = new StringBuilder("SIP/2.0 " + status + " No\r\n");
        REPEATED.matcher(invite).results().forEach(line -> reply.append(line.group().strip()).append("\r\n"));
        TO.matcher(invite).results().forEach(line -> reply.append(line.group().strip()).append(";tag=no\r\n"));
        if (!cause.equals("000")) {
            reply.append("Reason: Q.850;cause=").append(Integer.parseInt(cause)).append("\r\n");
        }
        return reply.append("Content-Length: 0\r\n\r\n").toString();
    }
}
