package com.callfloor.dialer.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import org.jspecify.annotations.Nullable;

/** What supervisors tell agents in a few words, and who has read it when. Blocks on the database. */
public interface NoticeBook {
    /** What a column holds, in characters. */
    int LONGEST = 300;

    /** Keeps it for everybody whom it is for; empty: there is no such agent, or no agent in such a team. */
    Optional<Sent> send(long from, Audience to, String words, Instant at);

    /** What this agent has not read yet, oldest first. */
    List<Notice> unread(AgentId agent);

    /** Who wrote it; empty: it was not for this agent. The first time counts. */
    Optional<Long> read(long notice, AgentId agent, Instant at);

    /** Newest first, at most {@code limit}, older than the one with the id {@code before}. */
    List<Sent> page(@Nullable Long before, int limit);

    /** Whom a notice is for. */
    sealed interface Audience {
        record OneAgent(AgentId id) implements Audience {}

        /** Every agent who is in it now. */
        record WholeTeam(long id) implements Audience {}
    }

    /**
     * What an agent reads.
     *
     * @param from the supervisor's name
     * @param team to which it was sent; null: to one agent
     */
    record Notice(long id, Instant at, String from, @Nullable String team, String words) {}

    /** A notice with those whom it is for, by name. */
    record Sent(Notice notice, List<Reader> readers) {
        public Sent {
            readers = List.copyOf(readers);
        }
    }

    /** {@code readAt}: null until the agent has confirmed it. */
    record Reader(AgentId agent, String name, @Nullable Instant readAt) {}
}
