package com.callfloor.dialer.web;

import java.util.Optional;

import com.callfloor.dialer.audit.AuditBook;
import com.callfloor.dialer.staff.StaffRegister;
import com.callfloor.dialer.web.phone.PhoneLine;

/**
 * Who works here, and who did what.
 *
 * @param phoneLine the way of phones in browsers, if the floor has any
 * @param agentsChanged told when the floor's agents may be others than before; returns at once
 */
public record StaffParts(StaffRegister register, AuditBook audit, Runnable agentsChanged,
        Optional<PhoneLine> phoneLine, SignInParts signIn) {}
