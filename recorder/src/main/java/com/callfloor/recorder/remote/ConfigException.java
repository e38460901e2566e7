package com.callfloor.recorder.remote;

/** The configuration cannot be used; the message says what, where and how to mend it. */
final class ConfigException extends Exception {
    ConfigException(String what) {
        super(what);
    }
}
