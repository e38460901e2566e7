package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.local.PhoneAccount;
import com.callfloor.dialer.local.Secrets;
import com.callfloor.dialer.staff.Passwords;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.StaffDirectory;
import com.callfloor.dialer.staff.Tokens;
import com.callfloor.dialer.staff.User;
import org.jspecify.annotations.Nullable;

/** The demo floor's people: agents, a supervisor, QA, an administrator, and a token for programs. */
final class DemoStaff {
    /** Accounts for phones where no agent is simulated. */
    static final int REAL_PHONES = 5;

    /** To listen in; it is in the browser, unless somebody registers a phone under it. */
    static final Extension SUPERVISORS_PHONE = new Extension("2001");

    private static final String INTEGRATION = "integration";

    private final StaffDirectory staff;
    private final Secrets secrets;
    private final Passwords passwords = new Passwords();
    private final Map<String, String> signIns = new LinkedHashMap<>();

    DemoStaff(StaffDirectory staff, Secrets secrets) {
        this.staff = staff;
        this.secrets = secrets;
    }

    /** Makes whoever is missing; returns the agents' passwords by login. */
    Map<String, String> hire(List<PhoneAccount> phones, Path tokenFile) throws IOException {
        Map<String, String> agents = new LinkedHashMap<>();
        for (int i = 1; i <= phones.size(); i++) {
            String login = "agent" + i;
            agents.put(login, hire(login, "Agent " + i, Role.AGENT, new Extension(phones.get(i - 1).extension())));
        }
        hire("supervisor", "Supervisor", Role.SUPERVISOR, SUPERVISORS_PHONE);
        hire("qa", "QA", Role.QA, null);
        hire("admin", "Administrator", Role.ADMINISTRATOR, null);
        User program = staff.save(INTEGRATION, "Programs", Role.INTEGRATION, null, null);
        String token = secrets.of("api-token");
        staff.saveApiToken("demo", Tokens.hash(token), program.id());
        writePrivately(tokenFile, token + System.lineSeparator());
        return agents;
    }

    /** The accounts of the demo's phones: the agents', and the one with which the supervisor listens in. */
    static List<PhoneAccount> phones(List<PhoneAccount> agents, Secrets secrets) {
        String supervisors = SUPERVISORS_PHONE.digits();
        var supervisorsPhone = new PhoneAccount(supervisors, secrets.of("phone-" + supervisors));
        return Stream.concat(agents.stream(), Stream.of(supervisorsPhone)).toList();
    }

    /** On a database of the floor's own nobody is made up; the first start makes somebody who can add the others. */
    Map<String, String> hireFirstAdministrator() {
        if (staff.users().isEmpty()) {
            hire("admin", "Administrator", Role.ADMINISTRATOR, null);
        }
        return Map.of();
    }

    /** Every sign-in: password by login. */
    Map<String, String> signIns() {
        return Map.copyOf(signIns);
    }

    /** A password is set once: hashing is slow on purpose, and the second start should not be. */
    private String hire(String login, String name, Role role, @Nullable Extension extension) {
        String password = secrets.of("password-" + login).substring(0, 12);
        boolean known = staff.findByLogin(login)
                .filter(found -> passwords.matches(password, found.passwordHash()))
                .isPresent();
        staff.save(login, name, role, extension, known ? null : passwords.hash(password));
        signIns.put(login, password);
        return password;
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }
}
