package com.callfloor.dialer.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.staff.IdentityProvider.Identity;
import com.callfloor.dialer.staff.StaffRegister.Known;
import com.callfloor.dialer.staff.StaffRegister.Profile;
import org.jspecify.annotations.Nullable;

/** Decides who of those whom an identity provider vouches for comes in, and keeps their entries. Blocks on the database. */
public final class ProvidedPeople {
    private final StaffRegister register;
    private final TeamBook teams;
    private final GroupRules rules;
    private final Keeping keeping;
    private final Set<String> emergency;

    /** Made once; {@code emergency}: logins that no provider speaks for. */
    public ProvidedPeople(StaffRegister register, TeamBook teams, GroupRules rules, Keeping keeping,
            Set<String> emergency) {
        this.register = register;
        this.teams = teams;
        this.rules = rules;
        this.keeping = keeping;
        this.emergency = Set.copyOf(emergency);
    }

    /** Whoever is let in has an entry that says what the provider says. */
    public Arrival arrive(Identity identity) {
        Optional<Known> found = register.provided(identity.subject(), identity.login());
        if (found.isEmpty()) {
            return keeping == Keeping.MAKE && !emergency.contains(identity.login())
                    ? make(identity)
                    : new Arrival.Out(Why.UNKNOWN, Optional.empty());
        }
        Known known = found.get();
        User user = known.user();
        if (emergency.contains(user.login()) || user.role() == Role.INTEGRATION
                || (known.subject() != null && !known.subject().equals(identity.subject()))) {
            return out(Why.SOMEBODY_ELSES, user);
        }
        if (known.disabled()) {
            return out(Why.DISABLED, user);
        }
        return keeping == Keeping.LEAVE
                ? in(user, identity, false, List.of())
                : update(known, identity);
    }

    private Arrival make(Identity identity) {
        Optional<GroupRules.Rule> rule = rules.of(identity.groups());
        if (rule.isEmpty()) {
            return new Arrival.Out(Why.NO_GROUP, Optional.empty());
        }
        Profile profile = profile(identity, rule.get(), null);
        if (profile.role() == Role.AGENT && profile.extension() == null) {
            return new Arrival.Out(Why.NO_PHONE, Optional.empty());
        }
        return switch (register.hire(identity.login(), profile, null)) {
            case StaffChange.Done(User user) -> {
                place(user, rule.get());
                yield in(user, identity, true, List.of());
            }
            // Somebody's other tab was faster.
            case StaffChange.LoginTaken taken -> new Arrival.Out(Why.AGAIN, Optional.empty());
            case StaffChange.ExtensionTaken taken -> new Arrival.Out(Why.PHONE_TAKEN, Optional.empty());
            default -> new Arrival.Out(Why.UNKNOWN, Optional.empty());
        };
    }

    private Arrival update(Known known, Identity identity) {
        User user = known.user();
        Optional<GroupRules.Rule> rule = rules.of(identity.groups());
        if (rule.isEmpty()) {
            return out(Why.NO_GROUP, user);
        }
        Profile profile = profile(identity, rule.get(), user.extension());
        if (profile.role() == Role.AGENT && profile.extension() == null) {
            return out(Why.NO_PHONE, user);
        }
        boolean same = profile.equals(new Profile(user.name(), user.role(), user.extension()));
        return switch (same
                ? new StaffChange.Done(user)
                : register.told(user.id(), profile)) {
            case StaffChange.Done(User now) -> {
                place(now, rule.get());
                yield in(now, identity, !same,
                        now.role() == user.role() ? List.of() : register.endSessions(user.id(), null));
            }
            case StaffChange.ExtensionTaken taken -> out(Why.PHONE_TAKEN, user);
            // Users are kept for ever: an administrator was faster.
            case StaffChange.NoSuchUser disabled -> out(Why.DISABLED, user);
            case StaffChange.LastAdministrator last -> out(Why.LAST_ADMINISTRATOR, user);
            default -> out(Why.UNKNOWN, user);
        };
    }

    private Arrival in(User user, Identity identity, boolean changed, List<String> ended) {
        register.vouchedFor(user.id(), identity.subject());
        return new Arrival.In(user, changed, ended);
    }

    private static Arrival out(Why why, User user) {
        return new Arrival.Out(why, Optional.of(user));
    }

    private void place(User user, GroupRules.Rule rule) {
        teams.place(user.id(), rule.team().isEmpty() ? null : team(rule.team()));
        // The provider knows no limits to teams: those that an administrator set stay.
        teams.limit(user.id(), rule.lenders(), teams.limitsOf(user.id()).teams());
    }

    private Long team(String name) {
        return named(name).or(() -> teams.make(name)).or(() -> named(name)).map(Team::id).orElseThrow();
    }

    private Optional<Team> named(String name) {
        return teams.teams().stream().filter(team -> team.name().equals(name)).findFirst();
    }

    private static Profile profile(Identity identity, GroupRules.Rule rule, @Nullable Extension before) {
        return new Profile(identity.name(), rule.role(),
                identity.extension().isEmpty() ? before : new Extension(identity.extension()));
    }

    /** What is done with the entries of people who come by the provider. */
    public enum Keeping {
        /** Who has none gets one; role, team and limits follow the groups. */
        MAKE,
        /** Only who has one comes in; role, team and limits follow the groups. */
        UPDATE,
        /** Only who has one comes in; it stays as administrators made it. */
        LEAVE
    }

    /** Why somebody stays out; the code is what the console and the log say. */
    public enum Why {
        UNKNOWN, NO_GROUP, NO_PHONE, PHONE_TAKEN, DISABLED, SOMEBODY_ELSES, LAST_ADMINISTRATOR, AGAIN
    }

    /** How it ended. */
    public sealed interface Arrival {
        /** {@code endedSessions}: their token hashes; {@code changed}: whether the entry is new or other than before. */
        record In(User user, boolean changed, List<String> endedSessions) implements Arrival {}

        record Out(Why why, Optional<User> user) implements Arrival {}
    }
}
