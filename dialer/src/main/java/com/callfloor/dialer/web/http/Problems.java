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

    public static ProblemException notFound(Thing thing) {
        return notFound(thing.withThisId());
    }

    /** What there is none of, in English and in Chinese. */
    public static ProblemException notFound(String en, String zh) {
        return notFound(new Words(en, zh));
    }

    public static ProblemException notFound(Words what) {
        return new ProblemException(new Problem(404, "not-found", "Not found",
                Words.of("There is no %s. Take ids from the lists of this API.", "没有%s，请从列表中重新选取。", what)));
    }

    public static ProblemException badRequest(String en, String zh) {
        return badRequest(new Words(en, zh));
    }

    public static ProblemException badRequest(Words detail) {
        return new ProblemException(new Problem(400, "bad-request", "Malformed request", detail));
    }

    public static ProblemException badParameter(String name, String en, String zh) {
        return badParameter(name, new Words(en, zh));
    }

    public static ProblemException badParameter(String name, Words message) {
        return badParameters(List.of(new FieldError(name, message)));
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

    public static ProblemException invalid(String field, String en, String zh) {
        return invalid(field, new Words(en, zh));
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

    public static ProblemException denied(Words detail, JsonArray rules) {
        return new ProblemException(
                new Problem(409, "denied", "The rules forbid this call", detail, List.of(), rules));
    }

    /** The same of a message. */
    public static ProblemException deniedMessage(Words detail, JsonArray rules) {
        return new ProblemException(
                new Problem(409, "denied", "The rules forbid this message", detail, List.of(), rules));
    }

    public static ProblemException forbidden(String code, String en, String zh) {
        return forbidden(code, new Words(en, zh));
    }

    public static ProblemException forbidden(String code, Words detail) {
        return new ProblemException(new Problem(403, code, "Not permitted", detail));
    }

    public static ProblemException signInFirst(String en, String zh) {
        return new ProblemException(new Problem(401, "sign-in", "Not signed in", new Words(en, zh)),
                Map.of("WWW-Authenticate", "Bearer realm=\"callfloor\""));
    }

    public static ProblemException tooLarge(long limit) {
        return new ProblemException(new Problem(413, "too-large", "Body too large",
                Words.of("At most %d bytes are taken here. Send less, or in parts.", "此处最多接收 %d 字节，请减少内容或分批发送。",
                        limit)));
    }

    public static ProblemException wrongMediaType(String expected) {
        return new ProblemException(new Problem(415, "media-type", "Unknown kind of content",
                Words.of("Send the body with Content-Type: %s.", "请以 Content-Type: %s 发送内容。", expected)));
    }

    public static ProblemException methodNotAllowed(String method, String allowed) {
        return new ProblemException(new Problem(405, "method", "Method not allowed",
                Words.of("This address does not answer %s, but %s.", "此地址不接受 %s，仅接受 %s。", method, allowed)),
                Map.of("Allow", allowed));
    }

    public static ProblemException webSocketOnly() {
        return new ProblemException(new Problem(426, "upgrade", "WebSocket expected",
                new Words("This address speaks WebSocket only: connect to it with ws:// or wss://.",
                        "此地址仅支持 WebSocket，请用 ws:// 或 wss:// 连接。")));
    }

    /** {@code detail}: what did not answer in time, or refused, and how to mend it. */
    public static ProblemException unavailable(Words detail) {
        return ProblemException.retryAfter(new Problem(503, "unavailable", "Not available now", detail), SOON);
    }

    public static Problem internal(String reference) {
        return new Problem(500, "internal", "Internal error",
                Words.of("The request may or may not have been done. The dialer's log has the cause under %s.",
                        "请求可能已执行，也可能未执行。原因见系统日志，编号 %s。", reference));
    }
}
