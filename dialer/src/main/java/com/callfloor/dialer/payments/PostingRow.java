package com.callfloor.dialer.payments;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.cases.intake.Reason;
import com.callfloor.dialer.cases.intake.TableColumn;
import com.callfloor.dialer.cases.intake.TableRow;
import com.callfloor.dialer.words.Words;

/** Reads postings out of a lender's file. */
final class PostingRow {
    static final TableColumn REFERENCE = TableColumn.required("reference", "payment_reference", "流水号", "参考号", "交易流水号",
            "还款流水号");
    private static final TableColumn CASE_REF = TableColumn.optional("case_ref", "案件编号", "案件号");
    private static final TableColumn DEBTOR_REF = TableColumn.optional("debtor_ref", "客户编号", "客户号");
    private static final TableColumn LENDER = TableColumn.optional("lender", "委托方", "委托机构");
    private static final TableColumn AMOUNT = TableColumn.required("amount", "金额", "还款金额", "入账金额");
    private static final TableColumn CURRENCY = TableColumn.optional("currency", "币种");
    private static final TableColumn VALUE_DATE = TableColumn.required("value_date", "入账日期", "还款日期", "入账日", "还款日");
    private static final TableColumn KIND = TableColumn.optional("kind", "type", "类型", "交易类型");
    private static final TableColumn REVERSED = TableColumn.optional("reversed_reference", "reversed", "原流水号", "原参考号");
    private static final TableColumn PAYER = TableColumn.optional("payer", "payer_name", "付款人", "付款人姓名");
    static final List<TableColumn> COLUMNS = List.of(REFERENCE, CASE_REF, DEBTOR_REF, LENDER, AMOUNT, CURRENCY,
            VALUE_DATE, KIND, REVERSED, PAYER);

    private static final Set<String> PAYMENTS = Set.of("", "payment", "还款", "入账", "付款");
    private static final Set<String> REVERSALS = Set.of("reversal", "冲正", "撤销", "退回");

    private final TableRow row;
    private final Currency usual;

    PostingRow(TableRow row, Currency usual) {
        this.row = row;
        this.usual = usual;
    }

    /** Empty and the row refused where it cannot be used; every cell is read, so that all its problems are told. */
    Optional<Posting> read() {
        Optional<String> reference = row.reference(REFERENCE, Postings.LONGEST_REFERENCE);
        Optional<String> caseRef = row.reference(CASE_REF, Postings.LONGEST_REFERENCE);
        Optional<String> debtorRef = row.reference(DEBTOR_REF, Postings.LONGEST_REFERENCE);
        Optional<String> lender = row.words(LENDER, Postings.LONGEST_NAME);
        Optional<PostingKind> kind = kind();
        Optional<Money> amount = row.currency(CURRENCY, usual)
                .flatMap(currency -> row.amount(AMOUNT, currency))
                .flatMap(money -> size(money, kind));
        Optional<LocalDate> valueDate = row.date(VALUE_DATE);
        Optional<String> reversed = row.reference(REVERSED, Postings.LONGEST_REFERENCE);
        Optional<String> payer = row.words(PAYER, Postings.LONGEST_NAME);
        kind.flatMap(known -> Postings.contradiction(known, caseRef.isPresent(), reversed.isPresent()))
                .ifPresent(wrong -> row.refuse(REVERSED, Reason.MISSING, wrong));
        if (row.refused()) {
            return Optional.empty();
        }
        return Optional.of(new Posting(lender.orElse(""), reference.orElseThrow(), kind.orElseThrow(),
                amount.orElseThrow(), valueDate.orElseThrow(), caseRef.orElse(null), debtorRef.orElse(null),
                reversed.orElse(null), payer.orElse(null)));
    }

    private Optional<PostingKind> kind() {
        String word = row.plain(KIND).toLowerCase(Locale.ROOT);
        if (PAYMENTS.contains(word)) {
            return Optional.of(PostingKind.PAYMENT);
        }
        if (REVERSALS.contains(word)) {
            return Optional.of(PostingKind.REVERSAL);
        }
        row.refuse(KIND, Reason.UNKNOWN_TYPE,
                Words.of("'%s' is no kind of posting: write payment (还款) or reversal (冲正)",
                        "“%s”不是入账类型：请写 payment（还款）或 reversal（冲正）", TableRow.shown(word)));
        return Optional.empty();
    }

    /** Some books write a reversal as a negative amount, which then says the same twice. */
    private Optional<Money> size(Money money, Optional<PostingKind> kind) {
        boolean reversal = kind.filter(PostingKind.REVERSAL::equals).isPresent();
        if (money.minor() == 0 || (money.minor() < 0 && !reversal)) {
            row.refuse(AMOUNT, Reason.NOT_POSITIVE,
                    Words.of("%s is not above zero: money that went back is a row of kind reversal (冲正)",
                            "%s 不大于零：退回的款项请用类型 reversal（冲正）", money));
            return Optional.empty();
        }
        return Optional.of(new Money(Math.abs(money.minor()), money.currency()));
    }
}
