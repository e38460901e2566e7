package com.callfloor.dialer.staff;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import com.callfloor.dialer.staff.IdentityProvider.Identity;
import com.callfloor.dialer.staff.ProvidedPeople.Arrival;
import com.callfloor.dialer.staff.ProvidedPeople.Keeping;
import com.callfloor.dialer.staff.ProvidedPeople.Why;
import com.callfloor.dialer.staff.StaffRegister.Profile;
import com.callfloor.dialer.web.testing.FakeStaff;
import com.callfloor.dialer.web.testing.FakeTeams;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProvidedPeopleTest {
    private static final Identity MEI = new Identity("subject", "mei", "Mei", "", Set.of("qa"), "proof");

    private final FakeStaff staff = new FakeStaff();
    private final FakeTeams teams = new FakeTeams(staff);
    private final ProvidedPeople people = new ProvidedPeople(staff, teams,
            new GroupRules(List.of(new GroupRules.Rule("qa", Role.QA, "North", Set.of("Harbour Bank")))), Keeping.MAKE,
            Set.of());

    @Test
    void theTeamsThatAnAdministratorLimitedSomebodyToStay() {
        User mei = ((Arrival.In) people.arrive(MEI)).user();
        teams.limit(mei.id(), Set.of(), Set.of(1L));

        people.arrive(MEI);

        assertThat(teams.limitsOf(mei.id())).isEqualTo(new ListeningLimits(Set.of("Harbour Bank"), Set.of(1L)));
    }

    @Test
    void whoWasDisabledStaysSo() {
        User mei = ((Arrival.In) people.arrive(MEI)).user();
        var profile = new Profile("Mei", Role.QA, null);
        staff.change(mei.id(), profile, true, Instant.EPOCH);

        assertThat(people.arrive(MEI)).isInstanceOfSatisfying(Arrival.Out.class,
                out -> assertThat(out.why()).isEqualTo(Why.DISABLED));
        assertThat(staff.told(mei.id(), profile)).isInstanceOf(StaffChange.NoSuchUser.class);
    }
}
