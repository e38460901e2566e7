package com.callfloor.dialer.web.api;

import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.recordings.AccessBook.Kind;
import com.callfloor.dialer.recordings.ListeningRights;
import com.callfloor.dialer.recordings.ListeningRights.Ruling;
import com.callfloor.dialer.recordings.RecordingCatalogue;
import com.callfloor.dialer.staff.ListeningLimits;
import com.callfloor.dialer.staff.Team;
import com.callfloor.dialer.staff.TeamBook;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Who may hear what, by role, lender and team; whoever is refused is noted with the recording. */
public final class ListeningDesk {
    private static final String CATALOGUE = "The recording catalogue";

    private final RecordingCatalogue catalogue;
    private final TeamBook teams;
    private final boolean agentsHearOwn;
    private final ListeningLog log;
    private final Blocking blocking;
    private final InstantSource clock;

    public ListeningDesk(RecordingCatalogue catalogue, TeamBook teams, boolean agentsHearOwn, ListeningLog log,
            Blocking blocking, InstantSource clock) {
        this.catalogue = catalogue;
        this.teams = teams;
        this.agentsHearOwn = agentsHearOwn;
        this.log = log;
        this.blocking = blocking;
        this.clock = clock;
    }

    /** Blocks on the database. */
    ListeningRights rightsOf(User user) {
        return new ListeningRights(user, teams.limitsOf(user.id()), agentsHearOwn);
    }

    /** Blocks; what the caller's lists are narrowed by. */
    ListeningRights.Scope scopeOf(User user) {
        ListeningRights rights = rightsOf(user);
        if (!rights.any()) {
            throw forbidden(ListeningRights.NONE_FOR_AGENTS);
        }
        return rights.scope();
    }

    /** Blocks; ends the work unless the caller may know about this recording. Only within {@link #looking}. */
    void check(User user, AttemptId id) {
        if (ruling(user, id) instanceof Ruling.Refused refused) {
            throw new NotAdmitted(id, refused.why());
        }
    }

    /** Work that blocks and may {@link #check}; a look that is refused is noted before that is told. */
    <T> Future<T> looking(Exchange exchange, Blocking work, String what, Callable<T> look) {
        return work.call(what, look)
                .recover(failure -> failure instanceof NotAdmitted refused
                        ? noted(exchange, refused.recording, Kind.LOOK, null, refused.why)
                        : Future.failedFuture(failure));
    }

    /**
     * Blocks; ends the request unless the caller may hear whatever this agent says. A line that is listened to stays so from
     * call to call, so whoever is limited to lenders hears nobody live.
     */
    void checkLive(User user, long agentId) {
        againstLive(user, agentId).ifPresent(why -> {
            throw forbidden(why);
        });
    }

    /** Blocks; why the user may not hear whatever this agent says. */
    Optional<Words> againstLive(User user, long agentId) {
        ListeningLimits limits = teams.limitsOf(user.id());
        if (!limits.lenders().isEmpty()) {
            return Optional.of(new Words(
                    "You are limited to recordings of some lenders, and a live line carries every lender's calls.",
                    "您只能收听部分委托方的录音，而坐席线路上有所有委托方的通话。"));
        }
        Team team = teams.user(agentId).map(TeamBook.Placed::team).orElse(null);
        return limits.teams().isEmpty() || (team != null && limits.teams().contains(team.id()))
                ? Optional.empty()
                : Optional.of(new Words("You are limited to other teams. An administrator can change that.",
                        "您只能收听其他团队，可由管理员调整。"));
    }

    private Ruling ruling(User user, AttemptId id) {
        return rightsOf(user).on(catalogue.recorded(id)
                .orElseThrow(() -> Problems.notFound(Thing.RECORDING)));
    }

    /** Succeeds if the caller may hear it; a refusal is noted before it is told. */
    Future<Void> admit(Exchange exchange, AttemptId id, Kind kind, @Nullable String reason) {
        User user = exchange.caller().user();
        return blocking.call(CATALOGUE, () -> ruling(user, id)).compose(ruling -> switch (ruling) {
            case Ruling.Allowed allowed -> Future.succeededFuture();
            case Ruling.Refused refused -> noted(exchange, id, kind, reason, refused.why());
        });
    }

    private <T> Future<T> noted(Exchange exchange, AttemptId id, Kind kind, @Nullable String reason, Words why) {
        return log
                .refused(exchange.caller(), Accesses.of(exchange, clock.instant(), id, kind, reason).refused(why.en()))
                .transform(noted -> Future.failedFuture(forbidden(why)));
    }

    static ProblemException forbidden(Words why) {
        return Problems.forbidden("listening", why);
    }

    /** On its way from a blocking thread to where it is noted. */
    private static final class NotAdmitted extends ProblemException {
        private static final long serialVersionUID = 1L;

        private final transient AttemptId recording;
        private final transient Words why;

        NotAdmitted(AttemptId recording, Words why) {
            super(forbidden(why).problem());
            this.recording = recording;
            this.why = why;
        }
    }
}
