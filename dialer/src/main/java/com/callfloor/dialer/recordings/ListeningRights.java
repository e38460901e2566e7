package com.callfloor.dialer.recordings;

import java.util.Set;

import com.callfloor.dialer.staff.ListeningLimits;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/**
 * Which recordings somebody may hear, export and read the log of. Lists are narrowed in SQL by {@link #scope}, which must
 * say the same as {@link #on}.
 */
public final class ListeningRights {
    public static final Words NONE_FOR_AGENTS = new Words(
            "On this floor agents do not hear recordings (recordings.agents_hear_own).",
            "本系统不允许坐席收听录音（recordings.agents_hear_own）。");

    private final User user;
    private final ListeningLimits limits;
    private final boolean agentsHearOwn;

    /** {@code agentsHearOwn}: whether this floor lets agents hear their own calls. */
    public ListeningRights(User user, ListeningLimits limits, boolean agentsHearOwn) {
        this.user = user;
        this.limits = limits;
        this.agentsHearOwn = agentsHearOwn;
    }

    /**
     * What the rights go by. {@code agentId}: who talked; null: nobody came. {@code teamId}: the team that the agent is in
     * now; null: none.
     */
    public record Recorded(String lender, @Nullable Long agentId, @Nullable Long teamId) {}

    /** Whether somebody may hear a recording. */
    public sealed interface Ruling {
        record Allowed() implements Ruling {}

        /** {@code why} is for people. */
        record Refused(Words why) implements Ruling {}
    }

    /** What lists are narrowed by: empty sets and null narrow nothing. */
    public record Scope(Set<String> lenders, Set<Long> teams, @Nullable Long agentId) {
        public static final Scope ALL = new Scope(Set.of(), Set.of(), null);

        public Scope {
            lenders = Set.copyOf(lenders);
            teams = Set.copyOf(teams);
        }

        public boolean all() {
            return equals(ALL);
        }
    }

    public Ruling on(Recorded recording) {
        if (user.role() == Role.AGENT) {
            return ownOnly(recording);
        }
        if (unlimited()) {
            return new Ruling.Allowed();
        }
        if (!limits.lenders().isEmpty() && !limits.lenders().contains(recording.lender())) {
            return new Ruling.Refused(new Words(
                    "You are limited to recordings of other lenders. An administrator can change that.",
                    "您只能收听其他委托方的录音，可由管理员调整。"));
        }
        if (!limits.teams().isEmpty()
                && (recording.teamId() == null || !limits.teams().contains(recording.teamId()))) {
            return new Ruling.Refused(new Words(
                    "You are limited to recordings of other teams. An administrator can change that.",
                    "您只能收听其他团队的录音，可由管理员调整。"));
        }
        return new Ruling.Allowed();
    }

    private Ruling ownOnly(Recorded recording) {
        if (!agentsHearOwn) {
            return new Ruling.Refused(NONE_FOR_AGENTS);
        }
        return recording.agentId() != null && recording.agentId() == user.id()
                ? new Ruling.Allowed()
                : new Ruling.Refused(new Words("Agents hear their own calls only.", "坐席只能收听自己的通话。"));
    }

    /** Whether there may be any recording at all that this person hears. */
    public boolean any() {
        return user.role() != Role.AGENT || agentsHearOwn;
    }

    /** Only if {@link #any()}. */
    public Scope scope() {
        if (user.role() == Role.AGENT) {
            return new Scope(Set.of(), Set.of(), user.id());
        }
        return unlimited() ? Scope.ALL : new Scope(limits.lenders(), limits.teams(), null);
    }

    /** Who audits or administers must see everything, or there would be nobody who does. */
    private boolean unlimited() {
        return user.role() == Role.AUDITOR || user.role() == Role.ADMINISTRATOR;
    }
}
