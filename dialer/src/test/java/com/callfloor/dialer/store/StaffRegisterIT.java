package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;

import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.audit.AuditBook;
import com.callfloor.dialer.audit.AuditBook.Filter;
import com.callfloor.dialer.audit.AuditEntry;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.StaffChange;
import com.callfloor.dialer.staff.StaffRegister.Profile;
import com.callfloor.dialer.staff.StaffRegister.Token;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(DatabaseExtension.class)
class StaffRegisterIT {
    private static final String HASH = "a".repeat(64);
    private static final String OTHER_HASH = "b".repeat(64);
    private static final Profile BOSS = new Profile("Boss", Role.ADMINISTRATOR, null);
    private static final Profile LI = new Profile("Li", Role.AGENT, new Extension("1001"));

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final SqlStaffRegister register;
    private final SqlStaffDirectory staff;
    private final SqlAgentRoster roster;
    private final AuditBook audit;
    private final SqlTeamBook teams;

    StaffRegisterIT(TestSchemas schemas) {
        Database database = schemas.migrated(clock);
        register = new SqlStaffRegister(database);
        staff = new SqlStaffDirectory(database);
        roster = new SqlAgentRoster(database);
        audit = new SqlAuditBook(database);
        teams = new SqlTeamBook(database);
    }

    @Test
    void aLoginOrAPhoneThatIsTakenIsRefusedAndNothingIsChanged() {
        register.hire("li", LI, "hash");

        assertThat(register.hire("li", BOSS, "other")).isInstanceOf(StaffChange.LoginTaken.class);
        assertThat(register.hire("wang", LI, "other")).isEqualTo(new StaffChange.ExtensionTaken("li"));
        assertThat(staff.users()).extracting(User::login).containsExactly("li");
        assertThat(staff.findByLogin("li").orElseThrow().passwordHash()).isEqualTo("hash");
    }

    @Test
    void whoeverIsShutOutHasNoSessionNoTokenAndNoPlaceOnTheFloorButStaysInTheBooks() {
        register.hire("boss", BOSS, "hash");
        User li = hired("li", LI);
        staff.openSession(HASH, li.id(), clock.instant(), clock.instant().plus(Duration.ofHours(1)));
        staff.saveApiToken("li's", OTHER_HASH, li.id());

        register.change(li.id(), LI, true, clock.instant());

        assertThat(staff.findByLogin("li")).isEmpty();
        assertThat(staff.bySession(HASH, clock.instant(), Instant.EPOCH)).isEmpty();
        assertThat(staff.byApiToken(OTHER_HASH, clock.instant())).isEmpty();
        assertThat(roster.agents()).isEmpty();
        assertThat(teams.users().getLast().disabledAt()).isEqualTo(clock.instant());
    }

    @Test
    void whatAProviderTellsLetsNobodyInAgain() {
        User li = hired("li", LI);

        assertThat(register.told(li.id(), new Profile("Li Na", Role.QA, null))).isInstanceOf(StaffChange.Done.class);
        register.change(li.id(), LI, true, clock.instant());

        assertThat(register.told(li.id(), BOSS)).isInstanceOf(StaffChange.NoSuchUser.class);
        assertThat(staff.findByLogin("li")).isEmpty();
        assertThat(teams.users().getLast().disabledAt()).isEqualTo(clock.instant());
    }

    @Test
    void whoeverIsLetInAgainSignsInWithTheOldPassword() {
        User li = hired("li", LI);
        register.change(li.id(), LI, true, clock.instant());

        register.change(li.id(), LI, false, clock.instant());

        assertThat(staff.findByLogin("li")).isPresent();
    }

    @Test
    void theLastAdministratorCanNeitherLeaveNorBecomeSomebodyElse() {
        User boss = hired("boss", BOSS);
        Profile qa = new Profile("Boss", Role.QA, null);

        assertThat(register.change(boss.id(), BOSS, true, clock.instant()))
                .isInstanceOf(StaffChange.LastAdministrator.class);
        assertThat(register.change(boss.id(), qa, false, clock.instant()))
                .isInstanceOf(StaffChange.LastAdministrator.class);
        User second = hired("second", BOSS);
        assertThat(register.change(boss.id(), qa, false, clock.instant())).isInstanceOf(StaffChange.Done.class);
        assertThat(register.change(second.id(), BOSS, true, clock.instant()))
                .isInstanceOf(StaffChange.LastAdministrator.class);
    }

    @Test
    void allSessionsButTheOwnAreEnded() {
        User li = hired("li", LI);
        staff.openSession(HASH, li.id(), clock.instant(), clock.instant().plus(Duration.ofHours(1)));
        staff.openSession(OTHER_HASH, li.id(), clock.instant(), clock.instant().plus(Duration.ofHours(1)));

        assertThat(register.endSessions(li.id(), HASH)).containsExactly(OTHER_HASH);

        assertThat(staff.bySession(HASH, clock.instant(), Instant.EPOCH)).contains(li);
        assertThat(staff.bySession(OTHER_HASH, clock.instant(), Instant.EPOCH)).isEmpty();
    }

    @Test
    void aTokenIsGoodUntilItExpiresOrIsRevoked() {
        var token = new Token("crm", "program-crm", true, clock.instant(),
                clock.instant().plus(Duration.ofDays(1)));

        assertThat(register.makeToken(token, HASH)).isTrue();

        assertThat(register.makeToken(token, OTHER_HASH)).isFalse();
        assertThat(register.tokens()).containsExactly(token);
        assertThat(staff.byApiToken(HASH, clock.instant()).orElseThrow().readOnly()).isTrue();
        assertThat(staff.byApiToken(HASH, clock.instant().plus(Duration.ofDays(1)))).isEmpty();
        assertThat(register.revokeToken("crm")).isTrue();
        assertThat(staff.byApiToken(HASH, clock.instant())).isEmpty();
        assertThat(register.revokeToken("crm")).isFalse();
    }

    @Test
    void aProgramsTokenNeverActsAsAPerson() {
        register.hire("program-crm", BOSS, "hash");

        assertThat(register.makeToken(new Token("crm", "program-crm", false, clock.instant(), null), HASH)).isFalse();
        assertThat(staff.byApiToken(HASH, clock.instant())).isEmpty();
    }

    @Test
    void theAuditLogKeepsItsFirstWordAndIsFoundByPersonOperationAndTime() {
        User li = hired("li", LI);
        long read = audit.write(new AuditEntry(clock.instant(), li.id(), "CASE", "/api/cases/1", "::1", null));
        audit.ended(read, 200);
        audit.ended(read, 500);
        clock.pass(Duration.ofHours(1));
        long refused = audit.write(new AuditEntry(clock.instant(), null, "SIGN_IN", "/api/session", "::1", 401));

        assertThat(audit.page(new Filter(li.id(), null, null, null), null, 10)).singleElement().satisfies(kept -> {
            assertThat(kept.login()).isEqualTo("li");
            assertThat(kept.entry().status()).isEqualTo(200);
        });
        assertThat(audit.page(new Filter(null, "SIGN_IN", clock.instant(), null), null, 10))
                .extracting(AuditBook.Kept::id)
                .containsExactly(refused);
        assertThat(audit.page(new Filter(null, null, null, clock.instant()), null, 10))
                .extracting(AuditBook.Kept::id)
                .containsExactly(read);
        assertThat(audit.page(new Filter(null, null, null, null), refused, 10))
                .extracting(AuditBook.Kept::id)
                .containsExactly(read);
    }

    private User hired(String login, Profile profile) {
        return ((StaffChange.Done) register.hire(login, profile, "hash")).user();
    }
}
