package com.callfloor.dialer.gateway;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

import javax.net.ssl.SSLHandshakeException;

import com.callfloor.dialer.messages.Gateway;
import com.callfloor.dialer.messages.Incoming;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.words.Words;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/** A provider with an HTTP API that takes JSON or a form, of SMS or of e-mail. */
public final class HttpGateway implements Gateway, AutoCloseable {
    private static final int TOO_MANY = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private final HttpGatewaySettings settings;
    private final BodyTemplate body;
    private final ReportReader reports;
    private final HttpClient client;
    private final ObjectMapper mapper = new ObjectMapper();

    /** @throws IllegalArgumentException saying what of the settings cannot be meant */
    public HttpGateway(HttpGatewaySettings settings) {
        this.settings = settings;
        body = new BodyTemplate(settings.body(), settings.content());
        settings.headers().values().forEach(BodyTemplate::check);
        JsonPointer.compile(settings.idField());
        JsonPointer.compile(settings.accepted().field());
        reports = new ReportReader(settings.reports(), settings.country());
        // A redirect would take the token and the message to somebody else.
        client = HttpClient.newBuilder()
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return settings.name();
    }

    @Override
    public Set<Channel> channels() {
        return settings.channels();
    }

    @Override
    public boolean idempotent() {
        return settings.idempotent();
    }

    @Override
    public Duration longestTry() {
        return settings.connectTimeout().plus(settings.timeout());
    }

    @Override
    public Handed send(Outgoing message) {
        CompletableFuture<HttpResponse<byte[]>> asked = client.sendAsync(request(message), BodyHandlers.ofByteArray());
        try {
            // The request's own timeout ends with the headers; a body may take for ever.
            HttpResponse<byte[]> response = asked.get(longestTry().toMillis(), TimeUnit.MILLISECONDS);
            return answer(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            asked.cancel(true);
            return new Handed.NoAnswer(Words.of("no answer within %d s", "%d 秒内没有应答", longestTry().toSeconds()));
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return new Handed.NoAnswer(new Words("the dialer stopped while it was asked", "询问时拨号服务停止"));
        } catch (ExecutionException e) {
            return failure(e.getCause() == null ? e : e.getCause());
        }
    }

    private HttpRequest request(Outgoing message) {
        Map<String, String> values = Map.of("to", message.recipient().whole(), "text", message.text(), "subject",
                message.subject().orElse(""), "reference", message.id().toString(), "channel", message.channel().code(),
                "token", settings.token());
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.url())
                .timeout(settings.timeout())
                .header("Content-Type", body.mediaType())
                .method(settings.method(), BodyPublishers.ofByteArray(body.fill(values)));
        // Nothing of the message but its reference: the rest may hold what no header can.
        Map<String, String> inHeaders = Map.of("reference", message.id().toString(), "channel",
                message.channel().code(),
                "token", settings.token());
        settings.headers().forEach((name, value) -> request.setHeader(name, BodyTemplate.fill(value, inHeaders)));
        return request.build();
    }

    private Handed answer(int status, byte[] text) {
        if (status == TOO_MANY) {
            return new Handed.NotReached(answered(status).then(new Words(", too many at once", "，一次过多")));
        }
        if (status >= 500 || status == REQUEST_TIMEOUT) {
            return new Handed.Faulted(answered(status));
        }
        if (status < 200 || status >= 300) {
            return new Handed.Refused(answered(status));
        }
        JsonNode json = json(text);
        if (!settings.accepted().field().isEmpty()) {
            String code = ReportReader.text(json, settings.accepted().field()).orElse("nothing");
            if (!settings.accepted().values().contains(code)) {
                return new Handed.Refused(answered(status)
                        .then(Words.of(" with %s at %s", "，%2$s 为 %1$s", code, settings.accepted().field())));
            }
        }
        return new Handed.Taken(ReportReader.text(json, settings.idField()));
    }

    private static Words answered(int status) {
        return Words.of("answered %d", "应答 %d", status);
    }

    private JsonNode json(byte[] text) {
        try {
            JsonNode read = mapper.readTree(text);
            return read == null ? MissingNode.getInstance() : read;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /** Only what fails before anything of the message was written is known not to have reached anybody. */
    private static Handed failure(Throwable cause) {
        boolean before = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
                || cause instanceof UnresolvedAddressException || cause instanceof SSLHandshakeException;
        String what = cause.getClass().getSimpleName();
        return before
                ? new Handed.NotReached(Words.of("no connection (%s)", "无法连接（%s）", what))
                : new Handed.NoAnswer(Words.of("no answer (%s)", "没有应答（%s）", what));
    }

    @Override
    public List<Incoming> read(UnaryOperator<@Nullable String> header, byte[] posted) throws NotAuthentic, Unreadable {
        return reports.read(header, posted);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
