package com.callfloor.dialer.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One thing that somebody read or changed, or tried to.
 *
 * @param userId null: nobody that the books know, such as a sign-in with an unknown login
 * @param operation its name in the API's description
 * @param path the address with its ids, never with a number or a name of a debtor
 * @param address where the request came from
 * @param status how it ended, as HTTP has it; null: under way, or the dialer died meanwhile
 */
public record AuditEntry(Instant at, @Nullable Long userId, String operation, String path, String address,
        @Nullable Integer status) {}
