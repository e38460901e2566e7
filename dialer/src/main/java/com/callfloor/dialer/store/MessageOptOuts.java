package com.callfloor.dialer.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.messages.EmailAddress;
import com.callfloor.dialer.messages.Recipient;
import com.callfloor.dialer.rules.books.FactBook.NewFact;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.words.Words;
import org.jdbi.v3.core.Jdbi;

/** Who wants no messages where, as facts that the rules gate by; and the addresses that these can be about. */
final class MessageOptOuts {
    private static final String BY = "whoever answered the message";
    private static final String STANDS = """
            SELECT COUNT(*) FROM facts f JOIN phone_numbers n ON n.id = f.number_id
            LEFT JOIN fact_withdrawals w ON w.fact_id = f.id
            WHERE n.e164 = :e164 AND f.kind = 'no_messages' AND w.fact_id IS NULL""";
    // The case that was written about, else any of those who have the number.
    private static final String CASE_OF_NUMBER = """
            SELECT c.ref FROM phone_numbers n
            JOIN debtor_numbers l ON l.number_id = n.id
            JOIN cases c ON c.debtor_id = l.debtor_id
            LEFT JOIN messages m ON m.case_id = c.id AND m.number_id = n.id
            WHERE n.e164 = :e164 ORDER BY m.sending_at IS NULL, m.sending_at DESC, c.state = 'open' DESC, c.id DESC LIMIT 1""";
    private static final String OF_ADDRESS = """
            INSERT INTO facts (kind, at, debtor_id, case_id, email_id, lifts, evidence, evidence_zh, noted_by, noted_at)
            SELECT 'no_messages', :at, e.debtor_id, (SELECT MAX(c.id) FROM cases c WHERE c.debtor_id = e.debtor_id), e.id,
                   '', :evidence, :evidenceZh, :by, :at
            FROM debtor_emails e
            WHERE e.address = :address AND NOT EXISTS (
                SELECT 1 FROM facts f LEFT JOIN fact_withdrawals w ON w.fact_id = f.id
                WHERE f.email_id = e.id AND f.kind = 'no_messages' AND w.fact_id IS NULL)""";
    private static final String NOTE_ADDRESS = """
            INSERT INTO debtor_emails (debtor_id, address, kind, evidence, noted_by, noted_at)
            VALUES (:debtor, :address, :kind, :evidence, :by, :at)
            ON DUPLICATE KEY UPDATE kind = :kind, evidence = :evidence, noted_by = :by, noted_at = :at""";
    // Who wants no messages at an address wants none, whoever else it is noted for later.
    private static final String TAKE_ALONG = """
            INSERT INTO facts (kind, at, debtor_id, case_id, email_id, lifts, evidence, evidence_zh, noted_by, noted_at)
            SELECT 'no_messages', :at, e.debtor_id, :case, e.id, '', 'the address refused messages about another debtor',
                   '该地址已就另一债务人拒收消息', :by, :at
            FROM debtor_emails e
            WHERE e.debtor_id = :debtor AND e.address = :address AND EXISTS (
                SELECT 1 FROM debtor_emails o JOIN facts f ON f.email_id = o.id
                LEFT JOIN fact_withdrawals w ON w.fact_id = f.id
                WHERE o.address = e.address AND o.id <> e.id AND f.kind = 'no_messages' AND w.fact_id IS NULL)
              AND NOT EXISTS (
                SELECT 1 FROM facts f LEFT JOIN fact_withdrawals w ON w.fact_id = f.id
                WHERE f.email_id = e.id AND f.kind = 'no_messages' AND w.fact_id IS NULL)""";
    private static final String CASES_OF_ADDRESS = """
            SELECT c.id FROM debtor_emails e JOIN cases c ON c.debtor_id = e.debtor_id WHERE e.address = :address""";
    // The primary index is forced, so that rows are locked by ascending id.
    private static final String LOCK_CASES = """
            SELECT id FROM cases FORCE INDEX (PRIMARY) WHERE id IN (<cases>) ORDER BY id FOR UPDATE""";

    private final Jdbi jdbi;
    private final SqlFactBook facts;

    MessageOptOuts(Database database) {
        this.jdbi = database.jdbi();
        this.facts = new SqlFactBook(database);
    }

    boolean note(Recipient from, Words evidence, Instant now) {
        return switch (from) {
            case Recipient.Phone(PhoneNumber number) -> ofNumber(number, evidence, now);
            case Recipient.Mail(EmailAddress address) -> ofAddress(address, evidence, now);
        };
    }

    private boolean ofNumber(PhoneNumber number, Words evidence, Instant now) {
        boolean stands = jdbi.withHandle(handle -> handle.createQuery(STANDS)
                .bind("e164", number.e164())
                .mapTo(Integer.class)
                .one()) > 0;
        if (stands) {
            return true;
        }
        Optional<String> ref = jdbi.withHandle(handle -> handle.createQuery(CASE_OF_NUMBER)
                .bind("e164", number.e164())
                .mapTo(String.class)
                .findOne());
        return ref.flatMap(found -> facts.note(new NewFact(found, FactKind.NO_MESSAGES, now, number, null, null,
                Set.of(), evidence.en(), BY), evidence.zh())).isPresent();
    }

    private boolean ofAddress(EmailAddress address, Words evidence, Instant now) {
        return GivingWay.inTransaction(jdbi, handle -> {
            List<Long> cases = handle.createQuery(CASES_OF_ADDRESS)
                    .bind("address", address.address())
                    .mapTo(Long.class)
                    .list();
            if (cases.isEmpty()) {
                return false;
            }
            handle.createQuery(LOCK_CASES).bindList("cases", cases).mapTo(Long.class).list();
            handle.createUpdate(OF_ADDRESS)
                    .bind("address", address.address())
                    .bind("evidence", evidence.en() + " (" + address.masked() + ")")
                    .bind("evidenceZh", evidence.zh() + "（" + address.masked() + "）")
                    .bind("by", BY)
                    .bind("at", now)
                    .execute();
            return true;
        });
    }

    boolean noteAddress(CaseId caseId, EmailAddress address, boolean work, String evidence, String by, Instant now) {
        return GivingWay.inTransaction(jdbi, handle -> {
            CasePlan.lock(handle, caseId.value());
            Optional<Long> debtor = handle.createQuery("SELECT debtor_id FROM cases WHERE id = :id")
                    .bind("id", caseId.value())
                    .mapTo(Long.class)
                    .findOne();
            debtor.ifPresent(id -> {
                handle.createUpdate(NOTE_ADDRESS)
                        .bind("debtor", id)
                        .bind("address", address.address())
                        .bind("kind", work ? "work" : "personal")
                        .bind("evidence", evidence)
                        .bind("by", by)
                        .bind("at", now)
                        .execute();
                handle.createUpdate(TAKE_ALONG)
                        .bind("debtor", id)
                        .bind("case", caseId.value())
                        .bind("address", address.address())
                        .bind("by", BY)
                        .bind("at", now)
                        .execute();
            });
            return debtor.isPresent();
        });
    }
}
