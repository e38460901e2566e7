package com.callfloor.dialer.web.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.callfloor.dialer.staff.ListeningLimits;
import com.callfloor.dialer.staff.Team;
import com.callfloor.dialer.staff.TeamBook;
import com.callfloor.dialer.staff.User;
import org.jspecify.annotations.Nullable;

/** Teams and limits in memory. */
public final class FakeTeams implements TeamBook {
    public final Map<Long, ListeningLimits> limits = new ConcurrentHashMap<>();
    private final FakeStaff staff;
    private final List<Team> teams = new ArrayList<>();
    private final Map<Long, Long> placed = new ConcurrentHashMap<>();

    public FakeTeams(FakeStaff staff) {
        this.staff = staff;
    }

    @Override
    public synchronized List<Team> teams() {
        return teams.stream()
                .map(team -> new Team(team.id(), team.name(),
                        (int) placed.values().stream().filter(id -> id == team.id()).count()))
                .toList();
    }

    @Override
    public synchronized Optional<Team> make(String name) {
        if (teams.stream().anyMatch(team -> team.name().equals(name))) {
            return Optional.empty();
        }
        teams.add(new Team(teams.size() + 1, name, 0));
        return Optional.of(teams.getLast());
    }

    @Override
    public List<Placed> users() {
        return staff.users().stream().map(this::placed).toList();
    }

    @Override
    public Optional<Placed> user(long id) {
        return users().stream().filter(user -> user.user().id() == id).findFirst();
    }

    private Placed placed(User user) {
        ListeningLimits own = limitsOf(user.id());
        Long team = placed.get(user.id());
        return new Placed(user,
                teams().stream().filter(each -> team != null && each.id() == team).findFirst().orElse(null),
                own, teams().stream().filter(each -> own.teams().contains(each.id())).toList(),
                staff.disabled.get(user.id()));
    }

    @Override
    public boolean place(long userId, @Nullable Long teamId) {
        if (user(userId).isEmpty()) {
            return false;
        }
        if (teamId == null) {
            placed.remove(userId);
        } else {
            placed.put(userId, teamId);
        }
        return true;
    }

    @Override
    public boolean limit(long userId, Set<String> lenders, Set<Long> ids) {
        if (user(userId).isEmpty()) {
            return false;
        }
        limits.put(userId, new ListeningLimits(lenders, ids));
        return true;
    }

    @Override
    public ListeningLimits limitsOf(long userId) {
        return limits.getOrDefault(userId, ListeningLimits.NONE);
    }
}
