package com.callfloor.dialer.pbx;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/**
 * The TCP connection. Ours instead of the library's, which checks no host name under TLS, has no way to be closed while
 * a write is stuck, and would still deliver what it had buffered. Any thread may {@link #close}.
 */
final class AmiSocket implements SocketConnectionFacade {
    private final Socket raw;
    private final Socket socket;
    private final CrLfReader reader;
    private final BufferedWriter writer;
    private @Nullable String greeting;

    private AmiSocket(Socket raw, Socket socket) throws IOException {
        this.raw = raw;
        this.socket = socket;
        this.reader = new CrLfReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        this.writer = new BufferedWriter(new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.UTF_8));
        this.greeting = greeting(reader);
    }

    /** Read here, since the library would wait its full time for one even after the peer has hung up. */
    private static String greeting(CrLfReader reader) throws IOException {
        String line = reader.next();
        if (line == null) {
            throw new IOException("the connection was closed before any greeting: is the PBX running?");
        }
        if (!line.startsWith("Asterisk Call Manager/")) {
            throw new IOException("this is no manager port: it does not greet as 'Asterisk Call Manager'");
        }
        return line;
    }

    /** @throws IOException also if the certificate is not trusted or names another host, or if nobody greets in time */
    static AmiSocket open(PbxSettings settings, SSLSocketFactory tls) throws IOException {
        int connectMillis = Math.toIntExact(settings.timings().connect().toMillis());
        Socket plain = new Socket();
        try {
            plain.setTcpNoDelay(true);
            // What is still in our buffers when the link is given up must not reach the PBX later: it may be a call.
            plain.setSoLinger(true, 0);
            plain.connect(new InetSocketAddress(settings.host(), settings.port()), connectMillis);
            plain.setSoTimeout(connectMillis);
            Socket socket = settings.tls() ? encrypted(plain, settings, tls) : plain;
            AmiSocket greeted = new AmiSocket(plain, socket);
            socket.setSoTimeout(Math.toIntExact(settings.timings().read().toMillis()));
            return greeted;
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    private static Socket encrypted(Socket plain, PbxSettings settings, SSLSocketFactory tls) throws IOException {
        SSLSocket socket = (SSLSocket) tls.createSocket(plain, settings.host(), settings.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    @Override
    public @Nullable String readLine() throws IOException {
        String first = greeting;
        if (first != null) {
            greeting = null;
            return first;
        }
        return reader.next();
    }

    @Override
    public void write(String text) throws IOException {
        writer.write(text);
    }

    @Override
    public void flush() throws IOException {
        writer.flush();
    }

    /** Never waits: it closes what is under TLS, whose own farewell could block behind a stuck write. */
    @Override
    public void close() throws IOException {
        raw.close();
    }

    @Override
    public boolean isConnected() {
        return raw.isConnected() && !raw.isClosed();
    }

    @Override
    public InetAddress getLocalAddress() {
        return socket.getLocalAddress();
    }

    @Override
    public int getLocalPort() {
        return socket.getLocalPort();
    }

    @Override
    public InetAddress getRemoteAddress() {
        return socket.getInetAddress();
    }

    @Override
    public int getRemotePort() {
        return socket.getPort();
    }
}
