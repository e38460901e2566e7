package com.callfloor.dialer.config;

/** A configuration that cannot be used. The message says what, where and how to mend it; show it to people as it is. */
public final class ConfigProblem extends Exception {
    public ConfigProblem(String message) {
        super(message);
    }

    public ConfigProblem(String message, Throwable cause) {
        super(message, cause);
    }
}
