package com.callfloor.dialer.web;

import com.callfloor.dialer.audit.AuditBook;
import com.callfloor.dialer.staff.StaffRegister;

/**
 * Who works here, and who did what.
 *
 * @param agentsChanged told when the floor's agents may be others than before; returns at once
 */
public record StaffParts(StaffRegister register, AuditBook audit, Runnable agentsChanged) {}
