package com.callfloor.dialer.web.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.supervision.NoticeBook;
import org.jspecify.annotations.Nullable;

/** Notices in memory; the one agent of the staff is in every team but 99. */
public final class FakeNotices implements NoticeBook {
    private final FakeStaff staff;
    private final List<Sent> sent = new ArrayList<>();
    private final List<Long> writers = new ArrayList<>();

    FakeNotices(FakeStaff staff) {
        this.staff = staff;
    }

    @Override
    public synchronized Optional<Sent> send(long from, Audience to, String words, Instant at) {
        List<User> agents = staff.users().stream().filter(user -> user.role() == Role.AGENT).toList();
        List<User> readers = switch (to) {
            case Audience.OneAgent one -> agents.stream().filter(user -> user.id() == one.id().value()).toList();
            case Audience.WholeTeam team -> team.id() == 99 ? List.of() : agents;
        };
        if (readers.isEmpty()) {
            return Optional.empty();
        }
        String name = staff.users().stream().filter(user -> user.id() == from).findFirst().orElseThrow().name();
        String team = to instanceof Audience.WholeTeam whole ? "Team " + whole.id() : null;
        writers.add(from);
        sent.add(new Sent(new Notice(sent.size() + 1, at, name, team, words),
                readers.stream().map(user -> new Reader(new AgentId(user.id()), user.name(), null)).toList()));
        return Optional.of(sent.getLast());
    }

    @Override
    public synchronized List<Notice> unread(AgentId agent) {
        return sent.stream()
                .filter(one -> one.readers()
                        .stream()
                        .anyMatch(reader -> reader.agent().equals(agent) && reader.readAt() == null))
                .map(Sent::notice)
                .toList();
    }

    @Override
    public synchronized Optional<Long> read(long notice, AgentId agent, Instant at) {
        int index = (int) notice - 1;
        if (index >= sent.size()
                || sent.get(index).readers().stream().noneMatch(reader -> reader.agent().equals(agent))) {
            return Optional.empty();
        }
        Sent one = sent.get(index);
        sent.set(index, new Sent(one.notice(),
                one.readers().stream().map(reader -> new Reader(reader.agent(), reader.name(), at)).toList()));
        return Optional.of(writers.get(index));
    }

    @Override
    public synchronized List<Sent> page(@Nullable Long before, int limit) {
        return sent.reversed()
                .stream()
                .filter(one -> before == null || one.notice().id() < before)
                .limit(limit)
                .toList();
    }
}
