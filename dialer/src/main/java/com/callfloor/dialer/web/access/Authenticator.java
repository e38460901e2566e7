package com.callfloor.dialer.web.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import com.callfloor.dialer.staff.StaffDirectory;
import com.callfloor.dialer.staff.StaffDirectory.Holder;
import com.callfloor.dialer.web.http.Blocking;
import io.vertx.core.Future;

/** Finds who a credential belongs to. For one thread. */
public final class Authenticator {
    private final StaffDirectory staff;
    private final Blocking blocking;
    private final Duration idle;
    private final InstantSource clock;
    private final RememberedCallers remembered;

    /** Made once; {@code idle}: after so long without {@link #used} a session ends. */
    public Authenticator(StaffDirectory staff, Blocking blocking, Duration idle, InstantSource clock) {
        this.staff = staff;
        this.idle = idle;
        this.blocking = blocking;
        this.clock = clock;
        this.remembered = new RememberedCallers(clock);
    }

    /** Empty if the credential is unknown, closed or has expired. Fails only if the directory is away. */
    public Future<Optional<Caller>> find(Credential credential) {
        String hash = credential.tokenHash();
        Future<Optional<Holder>> asked = blocking.call("The staff directory", () -> switch (credential) {
            case Credential.SessionCookie cookie ->
                staff.bySession(hash, clock.instant(), clock.instant().minus(idle))
                        .map(user -> new Holder(user, false));
            case Credential.BearerToken token -> staff.byApiToken(hash, clock.instant());
        });
        return asked.onSuccess(holder -> note(hash, holder))
                .recover(away -> remembered.recall(hash)
                        .map(holder -> Future.succeededFuture(Optional.of(holder)))
                        .orElseGet(() -> Future.failedFuture(away)))
                .map(holder -> holder.map(found -> new Caller(found.user(), credential, found.readOnly())));
    }

    /** Somebody did something with this session; a page that is only open does not count. Waits for nothing. */
    public void used(Credential credential) {
        String hash = credential.tokenHash();
        Instant now = clock.instant();
        if (credential instanceof Credential.SessionCookie && remembered.isToBeNoted(hash, now)) {
            blocking.call("The staff directory", () -> {
                staff.sessionUsed(hash, now);
                return true;
            });
        }
    }

    /** For a session that was closed. */
    public void forget(String tokenHash) {
        remembered.forget(tokenHash);
    }

    private void note(String hash, Optional<Holder> holder) {
        holder.ifPresentOrElse(found -> remembered.remember(hash, found), () -> remembered.forget(hash));
    }
}
