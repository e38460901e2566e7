package com.callfloor.dialer.web.ops;

import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * One thing without which the dialer cannot work.
 *
 * @param name such as {@code database}
 * @param fault empty while it is well, else what is wrong, for people; may block for a second
 */
public record HealthCheck(String name, Callable<Optional<String>> fault) {}
