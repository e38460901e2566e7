package com.callfloor.dialer.staff;

/** What came of an administrator's wish. */
public sealed interface StaffChange {
    record Done(User user) implements StaffChange {}

    record NoSuchUser() implements StaffChange {}

    record LoginTaken() implements StaffChange {}

    /** {@code login}: whose it is. */
    record ExtensionTaken(String login) implements StaffChange {}

    /** Nobody would be left who may let anybody in. */
    record LastAdministrator() implements StaffChange {}
}
