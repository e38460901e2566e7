package com.callfloor.dialer.staff;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;

/** Hashes passwords and checks them. Takes tens of milliseconds and 19 MiB on purpose: not for an event loop. */
public final class Passwords {
    // OWASP's first choice for Argon2id. A hash carries its own parameters, so raising these breaks no old hash.
    private static final int MEMORY_KIB = 19_456;
    private static final int ITERATIONS = 2;
    private static final int PARALLELISM = 1;
    private static final int OUTPUT_BYTES = 32;
    private static final int SALT_BYTES = 16;

    private final Argon2Function argon2 = Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, PARALLELISM, OUTPUT_BYTES,
            Argon2.ID);
    private final String nobodys = hash("the password of nobody");

    /** The hash to store, with its salt and parameters in it. */
    public String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(argon2).getResult();
    }

    public boolean matches(String password, String hash) {
        return Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    /** Takes as long as {@link #matches} and is false: for logins that do not exist, so that the time tells nothing. */
    public boolean matchesNobody(String password) {
        matches(password, nobodys);
        return false;
    }
}
