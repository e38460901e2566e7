package com.callfloor.dialer.store;

import java.util.Optional;

import org.jdbi.v3.core.Handle;

/** A case by its reference. */
record BookedCase(long id, long debtor) {
    static Optional<BookedCase> find(Handle handle, String ref) {
        return handle.createQuery("SELECT id, debtor_id FROM cases WHERE ref = :ref")
                .bind("ref", ref)
                .map((row, context) -> new BookedCase(row.getLong("id"), row.getLong("debtor_id")))
                .findOne();
    }
}
