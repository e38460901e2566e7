package com.callfloor.dialer.gateway;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.callfloor.dialer.webhooks.Receiver;
import com.callfloor.dialer.webhooks.Sender;
import com.callfloor.dialer.webhooks.Sent;
import com.callfloor.dialer.webhooks.SigningSecret;

/**
 * Posts messages as the Standard Webhooks specification has it. Redirects are not followed: they would carry signed
 * messages to whoever is named there.
 */
public final class HttpWebhooks implements Sender, AutoCloseable {
    private static final Duration LONGEST_CONNECTING = Duration.ofSeconds(5);

    private final Duration longest;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(LONGEST_CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** {@code longest}: how long a receiver may take for its whole answer. */
    public HttpWebhooks(Duration longest) {
        this.longest = longest;
    }

    @Override
    public Sent send(Receiver receiver, String messageId, Instant at, String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(receiver.url())
                .timeout(longest)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Callfloor")
                .header("webhook-id", messageId)
                .header("webhook-timestamp", Long.toString(at.getEpochSecond()))
                .header("webhook-signature", SigningSecret.signAll(receiver.secrets(), messageId, at, body))
                .POST(BodyPublishers.ofString(body))
                .build();
        // The request's own timeout ends with the head of the answer; one that drips its body is cut off by this one.
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(request, BodyHandlers.discarding());
        try {
            return new Sent.Answered(answer.get(longest.toMillis(), TimeUnit.MILLISECONDS).statusCode());
        } catch (TimeoutException e) {
            return new Sent.NoAnswer("no answer within " + longest.toSeconds() + " s");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new Sent.NoAnswer(cause.getMessage() == null
                    ? cause.getClass().getSimpleName()
                    : cause.getClass().getSimpleName() + ": " + cause.getMessage());
        } finally {
            answer.cancel(true);
        }
    }

    /** Cuts off what is under way. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}
