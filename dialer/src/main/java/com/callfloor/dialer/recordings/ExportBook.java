package com.callfloor.dialer.recordings;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.recordings.AccessBook.Access;
import com.callfloor.dialer.recordings.ListeningRights.Recorded;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.staff.User;
import org.jspecify.annotations.Nullable;

/** What is handed out as evidence: what there is to choose from, and what was. Blocks on the database. */
public interface ExportBook {
    /** Those of these ids that there are, the oldest first. */
    List<Item> chosen(Collection<AttemptId> ids);

    /**
     * Those within {@code scope} that were answered from {@code from} (included) to {@code to} (not included), the oldest
     * first, at most {@code limit}; null: any.
     */
    List<Item> found(Scope scope, @Nullable CaseId caseId, @Nullable Instant from, @Nullable Instant to, int limit);

    /** Notes an export and the access to each of its recordings, before it leaves the house; all or nothing. */
    void note(Export export, List<Access> accesses);

    Optional<Exported> byId(String id);

    /**
     * One recording with what a manifest says of it.
     *
     * @param state expected, stored, missing or deleted
     * @param entry where its storing stands in the hash chain over all recordings; null: nowhere
     */
    record Item(AttemptId id, String caseRef, Recorded recorded, @Nullable String agentName, Instant answeredAt,
            @Nullable Instant endedAt, String state, @Nullable Duration length, @Nullable Long bytes,
            @Nullable String sha256, List<String> flaws, @Nullable ChainEntry entry) {}

    /** {@code position}: from 1; {@code hash}: over all entries up to this one. */
    record ChainEntry(long position, String hash) {}

    /** {@code manifest}: the text of manifest.json as it is in the ZIP. */
    record Export(String id, Instant at, User by, String reason, int recordings, String manifest,
            String manifestSha256) {}

    /** An export as the books have it; {@code login} and {@code role}: as they were then. */
    record Exported(String id, Instant at, String login, String role, String reason, int recordings, String manifest,
            String manifestSha256) {}
}
