package com.callfloor.dialer.store;

import java.time.Duration;
import java.time.Instant;

import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.StaffDirectory.Holder;
import com.callfloor.dialer.staff.StaffDirectory.UserWithPassword;
import com.callfloor.dialer.staff.User;
import com.callfloor.dialer.testing.DatabaseExtension;
import com.callfloor.dialer.testing.MovableClock;
import com.callfloor.dialer.testing.TestSchemas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(DatabaseExtension.class)
class StaffDirectoryIT {
    private static final String TOKEN = "0".repeat(63) + "1";
    private static final String OTHER_TOKEN = "0".repeat(63) + "2";

    private final MovableClock clock = new MovableClock(Books.MONDAY_NOON);
    private final Books books;
    private final SqlStaffDirectory staff;

    StaffDirectoryIT(TestSchemas schemas) {
        this.books = new Books(schemas.migrated(clock));
        this.staff = new SqlStaffDirectory(books.database);
    }

    @Test
    void aUserIsMadeAndThenUpdatedUnderTheSameIdAndKeepsThePasswordIfNoneIsGiven() {
        User made = staff.save("li", "Li", Role.AGENT, new Extension("1001"), "hash-1");
        User changed = staff.save("li", "Li Na", Role.SUPERVISOR, new Extension("1002"), null);

        assertThat(changed).isEqualTo(new User(made.id(), "li", "Li Na", Role.SUPERVISOR, new Extension("1002")));
        assertThat(staff.findByLogin("li")).contains(new UserWithPassword(changed, "hash-1"));
        assertThat(staff.users()).containsExactly(changed);
    }

    @Test
    void anotherSpellingOfALoginIsAnotherUser() {
        staff.save("müller", "Müller", Role.QA, null, "hash");

        assertThat(staff.findByLogin("muller")).isEmpty();
        assertThat(staff.findByLogin("MÜLLER")).isEmpty();
        assertThat(staff.findByLogin("' OR ''='")).isEmpty();
    }

    @Test
    void aUserWithoutAPasswordCannotSignIn() {
        staff.save("robot", "Robot", Role.INTEGRATION, null, null);

        assertThat(staff.findByLogin("robot")).isEmpty();
    }

    @Test
    void anExtensionThatIsTakenIsRefusedByName() {
        User li = staff.save("li", "Li", Role.AGENT, new Extension("1001"), null);

        assertThatThrownBy(() -> staff.save("wang", "Wang", Role.AGENT, new Extension("1001"), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("extension 1001 is user 'li's already");
        assertThat(staff.users()).containsExactly(li);
    }

    @Test
    void aSessionLivesUntilItExpiresOrIsClosed() {
        User li = staff.save("li", "Li", Role.AGENT, null, "hash");
        var end = clock.instant().plus(Duration.ofHours(12));
        staff.openSession(TOKEN, li.id(), clock.instant(), end);
        staff.openSession(OTHER_TOKEN, li.id(), clock.instant(), end);

        assertThat(staff.bySession(TOKEN, end.minusNanos(1_000), Instant.EPOCH)).contains(li);
        assertThat(staff.bySession(TOKEN, end, Instant.EPOCH)).isEmpty();
        staff.closeSession(OTHER_TOKEN);
        assertThat(staff.bySession(OTHER_TOKEN, clock.instant(), Instant.EPOCH)).isEmpty();
    }

    @Test
    void expiredSessionsAreForgottenWhenSomebodySignsIn() {
        User li = staff.save("li", "Li", Role.AGENT, null, "hash");
        staff.openSession(TOKEN, li.id(), clock.instant(), clock.instant().plusSeconds(10));
        clock.pass(Duration.ofSeconds(11));

        staff.openSession(OTHER_TOKEN, li.id(), clock.instant(), clock.instant().plusSeconds(10));

        assertThat(books.count("sessions")).isEqualTo(1);
    }

    @Test
    void anApiTokenIsReplacedByTheNextOneOfItsName() {
        User robot = staff.save("robot", "Robot", Role.INTEGRATION, null, null);
        staff.saveApiToken("crm", TOKEN, robot.id());

        staff.saveApiToken("crm", OTHER_TOKEN, robot.id());

        assertThat(staff.byApiToken(TOKEN, clock.instant())).isEmpty();
        assertThat(staff.byApiToken(OTHER_TOKEN, clock.instant())).contains(new Holder(robot, false));
    }
}
