package com.callfloor.dialer.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Asterisk's console, as {@code asterisk -rx} speaks to it over {@code asterisk.ctl}, without starting a program.
 *
 * @param path the socket
 */
record ControlSocket(Path path) {
    private static final int CHUNK = 8_192;

    /**
     * Runs one console command.
     *
     * @return what it printed
     * @throws IOException if nobody listens, or Asterisk ended meanwhile
     */
    String run(String command) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(path));
            ByteBuffer request = ByteBuffer
                    .wrap(("cli quit after " + command + '\0').getBytes(StandardCharsets.UTF_8));
            while (request.hasRemaining()) {
                channel.write(request);
            }
            return withoutGreeting(readAll(channel));
        }
    }

    private static String readAll(SocketChannel channel) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK);
        while (channel.read(chunk) >= 0) {
            all.write(chunk.array(), 0, chunk.position());
            chunk.clear();
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** The first line is {@code host/pid/version}. */
    private static String withoutGreeting(String answer) {
        return answer.substring(answer.indexOf('\n') + 1);
    }
}
