package com.callfloor.dialer.web.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.web.http.Problem.FieldError;
import com.callfloor.dialer.words.Words;
import io.vertx.core.json.JsonArray;

/** The problems that more than one endpoint has. */
public final class Problems {
    private static final Duration SOON = Duration.ofSeconds(5);

    private Problems() {}

    public static ProblemException notFound(String what) {
        return new ProblemException(new Problem(404, "not-found", "Not found",
                "There is no " + what + ". Take ids from the lists of this API."));
    }

    public static ProblemException badRequest(String detail) {
        return new ProblemException(new Problem(400, "bad-request", "Malformed request", detail));
    }

    public static ProblemException badParameters(List<FieldError> errors) {
        return new ProblemException(new Problem(400, "bad-parameter", "Unusable query parameter",
                new Words("Mend what 'errors' lists; /api/openapi.yaml describes every parameter.", "请更正所列参数。"),
                errors));
    }

    public static ProblemException invalid(List<FieldError> errors) {
        return new ProblemException(new Problem(422, "invalid", "Unusable content",
                new Words("Mend what 'errors' lists; /api/openapi.yaml describes every field.", "请更正所列内容。"), errors));
    }

    public static ProblemException invalid(String field, String message) {
        return invalid(field, Words.same(message));
    }

    public static ProblemException invalid(String field, Words message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    public static ProblemException conflict(Words detail) {
        return new ProblemException(new Problem(409, "conflict", "Not possible now", detail));
    }

    public static ProblemException conflict(String en, String zh) {
        return conflict(new Words(en, zh));
    }

    /** Of which there is no Chinese. */
    public static ProblemException conflict(String detail) {
        return conflict(Words.same(detail));
    }

    /** {@code detail}: in English; {@code rules} have the words of every language. */
    public static ProblemException denied(String detail, JsonArray rules) {
        return new ProblemException(
                new Problem(409, "denied", "The rules forbid this call", Words.same(detail), List.of(), rules));
    }

    /** The same of a message. */
    public static ProblemException deniedMessage(String detail, JsonArray rules) {
        return new ProblemException(
                new Problem(409, "denied", "The rules forbid this message", Words.same(detail), List.of(), rules));
    }

    public static ProblemException forbidden(String code, String detail) {
        return new ProblemException(new Problem(403, code, "Not permitted", detail));
    }

    public static ProblemException signInFirst(String detail) {
        return new ProblemException(new Problem(401, "sign-in", "Not signed in", detail),
                Map.of("WWW-Authenticate", "Bearer realm=\"callfloor\""));
    }

    public static ProblemException tooLarge(long limit) {
        return new ProblemException(new Problem(413, "too-large", "Body too large",
                "At most " + limit + " bytes are taken here. Send less, or in parts."));
    }

    public static ProblemException wrongMediaType(String expected) {
        return new ProblemException(new Problem(415, "media-type", "Unknown kind of content",
                "Send the body with Content-Type: " + expected + "."));
    }

    public static ProblemException methodNotAllowed(String method, String allowed) {
        return new ProblemException(new Problem(405, "method", "Method not allowed",
                "This address does not answer " + method + ", but " + allowed + "."), Map.of("Allow", allowed));
    }

    public static ProblemException webSocketOnly() {
        return new ProblemException(new Problem(426, "upgrade", "WebSocket expected",
                "This address speaks WebSocket only: connect to it with ws:// or wss://."));
    }

    /** {@code what}: the thing that did not answer in time, or refused. */
    public static ProblemException unavailable(String what, String mend) {
        return ProblemException.retryAfter(
                new Problem(503, "unavailable", "Not available now", what + " " + mend), SOON);
    }

    /** {@code detail}: what did not answer in time, or refused, and how to mend it. */
    public static ProblemException unavailable(Words detail) {
        return ProblemException.retryAfter(new Problem(503, "unavailable", "Not available now", detail), SOON);
    }

    public static Problem internal(String reference) {
        return new Problem(500, "internal", "Internal error",
                "The request may or may not have been done. The dialer's log has the cause under " + reference + ".");
    }
}
