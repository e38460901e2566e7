package com.callfloor.dialer.web.feed;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;

/**
 * Which of an agent's pages is at work: one phone, one call, one wrap-up. The others are told where that is and hear nothing
 * else until they take over. A connection that names no page is a program's, and hears all. For one thread.
 */
final class AgentPages {
    private final Map<AgentId, FeedConnection> atWork = new HashMap<>();

    /**
     * A page, as its address asks for it.
     *
     * @param id the page's own word for itself, the same after a reload
     * @param takesOver whether it is to be the one at work from now on
     */
    record Page(String id, boolean takesOver, String address, Instant since) {}

    /** Whether this page is the one at work; if so, the one before is told. */
    boolean open(FeedConnection connection, Page page) {
        AgentId agent = connection.caller().agent();
        FeedConnection before = atWork.get(agent);
        Optional<Page> other = Optional.ofNullable(before)
                .flatMap(FeedConnection::page)
                .filter(one -> !one.id().equals(page.id()));
        if (other.isPresent() && !page.takesOver()) {
            connection.deliver(FeedMessages.elsewhere(other.get()));
            return false;
        }
        atWork.put(agent, connection);
        if (before != null && other.isPresent()) {
            before.deliver(FeedMessages.elsewhere(page));
        }
        connection.deliver(FeedMessages.atWork());
        return true;
    }

    void close(FeedConnection connection) {
        if (connection.page().isPresent()) {
            atWork.remove(connection.caller().agent(), connection);
        }
    }

    boolean hears(FeedConnection connection) {
        return connection.page().isEmpty() || connection.equals(atWork.get(connection.caller().agent()));
    }
}
