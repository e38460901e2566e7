package com.callfloor.dialer.web.http;

import java.time.Duration;
import java.util.Map;

/** Ends a request with a problem. It is an answer and no accident, so it carries no stack trace. */
public class ProblemException extends RuntimeException {
    private final transient Problem problem;
    private final transient Map<String, String> headers;

    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    /** With headers that belong to the answer, such as {@code Allow}. */
    public ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.title() + ": " + problem.detail().en(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    public static ProblemException retryAfter(Problem problem, Duration wait) {
        return new ProblemException(problem, Map.of("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))));
    }

    public Problem problem() {
        return problem;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
