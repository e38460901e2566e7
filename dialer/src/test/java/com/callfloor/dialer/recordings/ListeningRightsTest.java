package com.callfloor.dialer.recordings;

import java.util.Set;

import com.callfloor.dialer.recordings.ListeningRights.Recorded;
import com.callfloor.dialer.recordings.ListeningRights.Ruling;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.staff.ListeningLimits;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ListeningRightsTest {
    private static final long ME = 5;
    private static final Recorded HARBOUR_OF_TEAM_1 = new Recorded("Harbour Bank", 9L, 1L);
    private static final ListeningLimits HARBOUR = new ListeningLimits(Set.of("Harbour Bank"), Set.of());
    private static final ListeningLimits TEAM_2 = new ListeningLimits(Set.of(), Set.of(2L));

    @ParameterizedTest
    @EnumSource(names = {"SUPERVISOR", "QA", "INTEGRATION"})
    void whoeverIsNotLimitedHearsAll(Role role) {
        ListeningRights rights = rights(role, ListeningLimits.NONE);

        assertThat(rights.on(HARBOUR_OF_TEAM_1)).isEqualTo(new Ruling.Allowed());
        assertThat(rights.on(new Recorded("Other", null, null))).isEqualTo(new Ruling.Allowed());
        assertThat(rights.scope()).isEqualTo(Scope.ALL);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUPERVISOR", "QA", "INTEGRATION"})
    void whoeverIsLimitedToLendersHearsTheirs(Role role) {
        ListeningRights rights = rights(role, HARBOUR);

        assertThat(rights.on(HARBOUR_OF_TEAM_1)).isEqualTo(new Ruling.Allowed());
        assertThat(refusal(rights, new Recorded("Other", 9L, 1L))).contains("other lenders");
        assertThat(rights.scope()).isEqualTo(new Scope(Set.of("Harbour Bank"), Set.of(), null));
    }

    @Test
    void whoeverIsLimitedToTeamsHearsTheirsAndNoCallWithoutAgent() {
        ListeningRights rights = rights(Role.SUPERVISOR, TEAM_2);

        assertThat(rights.on(new Recorded("Harbour Bank", 9L, 2L))).isEqualTo(new Ruling.Allowed());
        assertThat(refusal(rights, HARBOUR_OF_TEAM_1)).contains("other teams");
        assertThat(refusal(rights, new Recorded("Harbour Bank", null, null))).contains("other teams");
    }

    @Test
    void bothLimitsMustHold() {
        ListeningRights rights = rights(Role.QA, new ListeningLimits(Set.of("Harbour Bank"), Set.of(2L)));

        assertThat(rights.on(new Recorded("Harbour Bank", 9L, 2L))).isEqualTo(new Ruling.Allowed());
        assertThat(rights.on(HARBOUR_OF_TEAM_1)).isInstanceOf(Ruling.Refused.class);
        assertThat(rights.on(new Recorded("Other", 9L, 2L))).isInstanceOf(Ruling.Refused.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"AUDITOR", "ADMINISTRATOR"})
    void auditorsAndAdministratorsAreNotLimited(Role role) {
        assertThat(rights(role, TEAM_2).on(HARBOUR_OF_TEAM_1)).isEqualTo(new Ruling.Allowed());
        assertThat(rights(role, TEAM_2).scope()).isEqualTo(Scope.ALL);
    }

    @Test
    void agentsHearNothingUnlessTheFloorLetsThemHearTheirOwn() {
        Recorded own = new Recorded("Harbour Bank", ME, 1L);

        assertThat(refusal(rights(Role.AGENT, ListeningLimits.NONE), own)).contains("agents_hear_own");
        assertThat(rights(Role.AGENT, ListeningLimits.NONE).any()).isFalse();
        ListeningRights letIn = new ListeningRights(user(Role.AGENT), ListeningLimits.NONE, true);
        assertThat(letIn.on(own)).isEqualTo(new Ruling.Allowed());
        assertThat(letIn.on(HARBOUR_OF_TEAM_1)).isInstanceOf(Ruling.Refused.class);
        assertThat(letIn.on(new Recorded("Harbour Bank", null, null))).isInstanceOf(Ruling.Refused.class);
        assertThat(letIn.scope()).isEqualTo(new Scope(Set.of(), Set.of(), ME));
    }

    private static @Nullable String refusal(ListeningRights rights, Recorded recording) {
        return rights.on(recording) instanceof Ruling.Refused refused ? refused.why().en() : null;
    }

    private static ListeningRights rights(Role role, ListeningLimits limits) {
        return new ListeningRights(user(role), limits, false);
    }

    private static User user(Role role) {
        return new User(ME, "me", "Me", role, null);
    }
}
