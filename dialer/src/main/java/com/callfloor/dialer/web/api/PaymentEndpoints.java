package com.callfloor.dialer.web.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.callfloor.dialer.cases.CaseDirectory;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.cases.intake.CaseFileException;
import com.callfloor.dialer.payments.PaymentBook.Entry;
import com.callfloor.dialer.payments.PaymentBook.HandMatch;
import com.callfloor.dialer.payments.Posting;
import com.callfloor.dialer.payments.PostingKind;
import com.callfloor.dialer.payments.Postings;
import com.callfloor.dialer.payments.WhyUnmatched;
import com.callfloor.dialer.web.PaymentParts;
import com.callfloor.dialer.web.access.Endpoints;
import com.callfloor.dialer.web.access.Exchange;
import com.callfloor.dialer.web.access.Operation;
import com.callfloor.dialer.web.http.Blocking;
import com.callfloor.dialer.web.http.JsonBody;
import com.callfloor.dialer.web.http.Page;
import com.callfloor.dialer.web.http.ProblemException;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.web.http.Query;
import com.callfloor.dialer.web.http.Reply;
import com.callfloor.dialer.web.http.Thing;
import com.callfloor.dialer.web.json.PaymentJson;
import com.callfloor.dialer.web.upload.Uploads;
import com.callfloor.dialer.words.Words;
import io.vertx.core.Future;

/** Takes postings in, one by one or by file, and shows whose they are. */
public final class PaymentEndpoints {
    private static final String BOOK = "The book of payments";
    private static final List<String> KINDS = Stream.of(PostingKind.values()).map(PostingKind::code).toList();
    private static final Pattern KEY = Pattern.compile("[0-9]{1,18}");

    private final PaymentParts payments;
    private final CaseDirectory cases;
    private final Blocking quick;
    private final Blocking slow;
    private final Uploads uploads;
    private final long limit;

    /** {@code limit}: the longest file of postings, in bytes. */
    public PaymentEndpoints(PaymentParts payments, CaseDirectory cases, Blocking quick, Blocking slow, Uploads uploads,
            long limit) {
        this.payments = payments;
        this.cases = cases;
        this.quick = quick;
        this.slow = slow;
        this.uploads = uploads;
        this.limit = limit;
    }

    public void mount(Endpoints endpoints) {
        endpoints.on(Operation.TAKE_PAYMENTS, this::take)
                .on(Operation.IMPORT_PAYMENTS, this::importFile)
                .on(Operation.REJECTED_PAYMENTS, this::rejected)
                .on(Operation.UNMATCHED_PAYMENTS, this::unmatched)
                .on(Operation.MATCH_PAYMENT, this::match)
                .on(Operation.CASE_PAYMENTS, this::ofCase);
    }

    private Future<Reply> take(Exchange exchange) {
        exchange.query(Set.of());
        JsonBody.OneOrMany body = exchange.oneOrMany();
        List<Optional<Posting>> read = body.each().stream().map(PaymentEndpoints::posting).toList();
        body.check();
        List<Posting> postings = read.stream().flatMap(Optional::stream).toList();
        return quick.call(BOOK, () -> payments.desk().take(postings))
                .map(entries -> body.isOne() ? one(entries.getFirst()) : list(entries));
    }

    private static Reply one(Entry entry) {
        return switch (entry) {
            case Entry.Added added -> new Reply.Json(201, PaymentJson.noted(added.noted()));
            case Entry.Known known -> Reply.ok(PaymentJson.noted(known.noted()));
            case Entry.Contradicts wrong -> throw Problems.conflict(wrong.message().then(new Words(".", "。")));
        };
    }

    private static Reply list(List<Entry> entries) {
        return Reply.whole(entries.stream().map(PaymentJson::entry));
    }

    private static Optional<Posting> posting(JsonBody body) {
        String reference = body.text("reference", Postings.LONGEST_REFERENCE).strip();
        Optional<String> caseRef = words(body, "case_ref", Postings.LONGEST_REFERENCE);
        Optional<String> debtorRef = words(body, "debtor_ref", Postings.LONGEST_REFERENCE);
        Optional<String> lender = words(body, "lender", Postings.LONGEST_NAME);
        PostingKind kind = body.optionalText("kind", 20).isEmpty()
                ? PostingKind.PAYMENT
                : body.oneOf("kind", PostingKind::ofCode, KINDS).orElse(PostingKind.PAYMENT);
        Optional<Money> amount = amount(body);
        Optional<LocalDate> valueDate = body.date("value_date");
        body.need("value_date", valueDate);
        Optional<String> reversed = words(body, "reversed_reference", Postings.LONGEST_REFERENCE);
        Optional<String> payer = words(body, "payer", Postings.LONGEST_NAME);
        Postings.contradiction(kind, caseRef.isPresent(), reversed.isPresent())
                .ifPresent(message -> body.error("reversed_reference", message));
        if (amount.isEmpty() || valueDate.isEmpty() || body.faulty()) {
            return Optional.empty();
        }
        return Optional.of(new Posting(lender.orElse(""), reference, kind, amount.get(), valueDate.get(),
                caseRef.orElse(null), debtorRef.orElse(null), reversed.orElse(null), payer.orElse(null)));
    }

    private static Optional<String> words(JsonBody body, String field, int longest) {
        return body.optionalText(field, longest).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<Money> amount(JsonBody body) {
        Optional<BigDecimal> amount = body.decimal("amount");
        Optional<Currency> currency = body.optionalText("currency", 3).flatMap(PaymentEndpoints::currency);
        if (currency.isEmpty()) {
            body.error("currency", "must be an ISO 4217 code such as CNY", "须为 ISO 4217 币种代码，例如 CNY");
        }
        body.need("amount", amount);
        return amount.flatMap(size -> currency.flatMap(known -> money(body, size, known)));
    }

    private static Optional<Money> money(JsonBody body, BigDecimal size, Currency currency) {
        try {
            Money money = Money.of(size, currency);
            if (money.minor() > 0) {
                return Optional.of(money);
            }
            body.error("amount", "must be above zero; money that went back is of kind reversal",
                    "须大于零；退回的款项请用冲正");
        } catch (ArithmeticException e) {
            body.error("amount", Words.of("must have at most %1$d decimals in %2$s, and fit into 18 digits",
                    "%2$s 最多 %1$d 位小数，总共不超过 18 位", currency.getDefaultFractionDigits(), currency.getCurrencyCode()));
        }
        return Optional.empty();
    }

    private static Optional<Currency> currency(String code) {
        try {
            return Optional.of(Currency.getInstance(code)).filter(known -> known.getDefaultFractionDigits() >= 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Future<Reply> importFile(Exchange exchange) {
        String name = ImportEndpoints.fileName(exchange);
        return uploads.with(exchange, limit, file -> slow.call("The import", () -> {
            try {
                return Reply.ok(PaymentJson.imported(payments.importer().importFile(name, file)));
            } catch (CaseFileException e) {
                throw Problems.invalid("file", Words.of("%s: %s", "%s：%s", name, e.problem().words()));
            }
        }));
    }

    private Future<Reply> rejected(Exchange exchange) {
        exchange.query(Set.of());
        long id = exchange.numericId(Thing.IMPORT_OF_PAYMENTS);
        return quick.call(BOOK, () -> payments.book().rejected(id))
                .map(text -> new Reply.Text(200, "text/csv; charset=utf-8",
                        text.orElseThrow(
                                () -> Problems.notFound("import of payments with this id and rejected rows",
                                        "此编号且有被拒行的入账导入"))));
    }

    private Future<Reply> unmatched(Exchange exchange) {
        Query query = exchange.query(Set.of("limit", "after"));
        Page<Long> page = Page.of(query,
                key -> KEY.matcher(key).matches() ? Optional.of(Long.parseLong(key)) : Optional.empty());
        return quick.call(BOOK, () -> payments.book().unmatched(page.after().orElse(null), page.fetch()))
                .map(found -> Reply.ok(page.list(found, PaymentJson::noted, noted -> Long.toString(noted.id()))));
    }

    private Future<Reply> match(Exchange exchange) {
        long id = exchange.numericId(Thing.PAYMENT);
        String by = exchange.caller().user().login();
        JsonBody body = exchange.json();
        String caseRef = body.text("case_ref", Postings.LONGEST_REFERENCE).strip();
        body.check();
        return quick.call(BOOK, () -> payments.desk().match(id, caseRef, by)).map(PaymentEndpoints::matched);
    }

    private static Reply matched(HandMatch match) {
        return switch (match) {
            case HandMatch.Done done -> Reply.ok(PaymentJson.noted(done.noted()));
            case HandMatch.NoSuchPosting none -> throw Problems.notFound(Thing.PAYMENT);
            case HandMatch.NoSuchCase none ->
                throw Problems.invalid("case_ref", "names no case in the books", "没有这个案件");
            case HandMatch.Elsewhere elsewhere -> throw Problems.conflict(
                    "This payment counts for another case already. Have the lender send a reversal and a new posting.",
                    "该入账已计入另一案件。请委托方先冲正，再重新发送。");
            case HandMatch.Unfit unfit -> throw Problems.invalid("case_ref", unfit.why() == WhyUnmatched.OTHER_CURRENCY
                    ? new Words("names a case in another currency", "案件币种不同")
                    : new Words("names a case of another lender", "案件属于其他委托方"));
        };
    }

    /** Never cut into pages: a case has as many as its debtor paid instalments. */
    private Future<Reply> ofCase(Exchange exchange) {
        exchange.query(Set.of());
        CaseId id = exchange.caseId();
        return quick.call(BOOK, () -> cases.byId(id)
                .map(known -> payments.book().of(known.card().id()))
                .orElseThrow(PaymentEndpoints::unknownCase))
                .map(found -> Reply.whole(found.stream().map(PaymentJson::noted)));
    }

    private static ProblemException unknownCase() {
        return Problems.notFound(Thing.CASE);
    }
}
