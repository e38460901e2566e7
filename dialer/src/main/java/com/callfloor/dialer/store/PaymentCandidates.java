package com.callfloor.dialer.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.payments.Matching;
import com.callfloor.dialer.payments.Matching.Candidate;
import com.callfloor.dialer.payments.Matching.Match;
import com.callfloor.dialer.payments.Posting;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The cases that some postings might belong to: two queries, however many postings. */
final class PaymentCandidates {
    private static final String COLUMNS = "SELECT c.id, c.ref, c.lender, c.currency, c.amount_due_minor, c.state";
    private static final String NAMED = COLUMNS + ", c.ref AS named FROM cases c WHERE c.ref IN (<refs>)";
    private static final String OF_DEBTORS = COLUMNS + ", d.ref AS named"
            + " FROM cases c JOIN debtors d ON d.id = c.debtor_id WHERE d.ref IN (<refs>) ORDER BY c.id";

    private final Map<String, List<Candidate>> byCaseRef;
    private final Map<String, List<Candidate>> byDebtorRef;

    private PaymentCandidates(Map<String, List<Candidate>> byCaseRef, Map<String, List<Candidate>> byDebtorRef) {
        this.byCaseRef = byCaseRef;
        this.byDebtorRef = byDebtorRef;
    }

    static PaymentCandidates of(Handle handle, Collection<Posting> postings) {
        List<String> caseRefs = new ArrayList<>();
        List<String> debtorRefs = new ArrayList<>();
        for (Posting posting : postings) {
            String caseRef = posting.caseRef();
            String debtorRef = posting.debtorRef();
            if (caseRef != null) {
                caseRefs.add(caseRef);
            } else if (debtorRef != null) {
                debtorRefs.add(debtorRef);
            }
        }
        return new PaymentCandidates(read(handle, NAMED, caseRefs), read(handle, OF_DEBTORS, debtorRefs));
    }

    static Optional<Candidate> named(Handle handle, String caseRef) {
        return in(read(handle, NAMED, List.of(caseRef)), caseRef).stream().findFirst();
    }

    Match match(Posting posting) {
        return Matching.of(posting, in(byCaseRef, posting.caseRef()).stream().findFirst(),
                in(byDebtorRef, posting.debtorRef()));
    }

    private static List<Candidate> in(Map<String, List<Candidate>> candidates, @Nullable String ref) {
        return ref == null ? List.of() : candidates.getOrDefault(ref, List.of());
    }

    private static Map<String, List<Candidate>> read(Handle handle, String sql, List<String> refs) {
        Map<String, List<Candidate>> candidates = new HashMap<>();
        if (!refs.isEmpty()) {
            handle.createQuery(sql)
                    .bindList("refs", refs.stream().distinct().toList())
                    .map((row, context) -> Map.entry(row.getString("named"), candidate(row)))
                    .forEach(each -> candidates.computeIfAbsent(each.getKey(), ref -> new ArrayList<>())
                            .add(each.getValue()));
        }
        return candidates;
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        return new Candidate(new CaseId(row.getLong("id")), row.getString("lender"),
                new Money(row.getLong("amount_due_minor"), Currency.getInstance(row.getString("currency"))),
                row.getString("state").equals("withdrawn"));
    }
}
