package com.callfloor.recorder.register;

import org.jspecify.annotations.Nullable;

/** The register cannot answer just now; try again later. Nothing was changed, or a repeat does no harm. */
public final class RegisterUnavailableException extends RuntimeException {
    public RegisterUnavailableException(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
