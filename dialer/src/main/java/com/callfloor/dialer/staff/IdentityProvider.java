package com.callfloor.dialer.staff;

import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Where people prove who they are instead of with a password of ours: an OpenID provider. Every method blocks on it. */
public interface IdentityProvider {
    /** Begins one sign-in. */
    Started start() throws Failed;

    /**
     * Who came back.
     *
     * @param answer the whole address that the browser was sent back to
     * @throws Failed also where the answer is not one to {@code started}, or proves nothing
     */
    Identity finish(Started started, URI answer) throws Failed;

    /**
     * Where a browser goes to end the provider's own session too; empty if the provider knows no such place.
     *
     * @param proof of the sign-in, if it is still known
     */
    Optional<URI> signOut(Optional<String> proof) throws Failed;

    /**
     * A sign-in under way. All but {@code at} is for the one browser that began it.
     *
     * @param at where the browser goes
     */
    record Started(URI at, String state, String nonce, String verifier) {
        /** Without the secrets. */
        @Override
        public String toString() {
            return "a sign-in under way";
        }
    }

    /**
     * Somebody as the provider knows them.
     *
     * @param subject which stays the same, whatever the login becomes, and is nobody's of another provider
     * @param extension digits; empty if the provider tells none
     * @param proof to end the provider's session with
     */
    record Identity(String subject, String login, String name, String extension, Set<String> groups, String proof) {
        public Identity {
            groups = Set.copyOf(groups);
        }

        /** Without the proof. */
        @Override
        public String toString() {
            return "identity of " + login;
        }
    }

    /** It came to nothing; the message is for whoever runs the floor, and holds no secret. */
    final class Failed extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean away;

        private Failed(String message, boolean away, Throwable cause) {
            super(message, cause);
            this.away = away;
        }

        public static Failed away(String message, Throwable cause) {
            return new Failed(message, true, cause);
        }

        public static Failed refused(String message, Throwable cause) {
            return new Failed(message, false, cause);
        }

        public static Failed refused(String message) {
            return new Failed(message, false, new IllegalArgumentException(message));
        }

        /** Whether it may go well later, since the provider did not answer. */
        public boolean isAway() {
            return away;
        }
    }
}
