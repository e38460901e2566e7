package com.callfloor.dialer.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.strategy.Measure;
import com.callfloor.dialer.strategy.Range;
import com.callfloor.dialer.strategy.Segment;
import com.callfloor.dialer.strategy.Stage;
import com.callfloor.dialer.strategy.StagePlan;
import com.callfloor.dialer.strategy.StagePlan.Cadence;
import com.callfloor.dialer.strategy.StagePlan.Escalation;
import com.callfloor.dialer.strategy.StagePlan.Offers;
import com.callfloor.dialer.strategy.Step;
import com.callfloor.dialer.strategy.Strategy;
import com.callfloor.dialer.words.Objection;
import com.callfloor.dialer.words.Words;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A strategy as its file writes it; {@code config/strategies/README.md} explains each key. */
record StrategyText(@JsonProperty(required = true) String strategy, @JsonProperty(required = true) String version,
        @JsonProperty(required = true) String title, @Nullable String titleZh, @Nullable String lender,
        @Nullable String experiment,
        @Nullable String currency,
        @JsonProperty(required = true) List<SegmentText> segments,
        @JsonProperty(required = true) Map<String, StageText> stages) {
    private static final Pattern ID = Pattern.compile("[a-z0-9_]{1,60}");
    private static final String NUMBER = "-?[0-9]{1,15}(?:\\.[0-9]{1,4})?";
    private static final Pattern RANGE = Pattern.compile("(" + NUMBER + ")?\\.\\.(" + NUMBER + ")?");

    record SegmentText(@JsonProperty(required = true) String id, @JsonProperty(required = true) String stage,
            @Nullable Map<String, @Nullable String> when) {}

    record StageText(@Nullable String campaign, @JsonProperty(required = true) String script,
            @JsonProperty(required = true) List<String> ladder, @JsonProperty(required = true) CadenceText cadence,
            @JsonProperty(required = true) OffersText offers, @Nullable List<EscalationText> escalations) {}

    record CadenceText(@JsonProperty(required = true) Integer contactable,
            @JsonProperty(required = true) Integer uncontactable) {}

    record OffersText(@JsonProperty(required = true) Integer instalments,
            @JsonProperty(required = true) Integer extensionDays,
            @JsonProperty(required = true) Integer waiverPercent) {}

    record EscalationText(@JsonProperty(required = true) String step, @JsonProperty(required = true) Integer onDay,
            @Nullable Integer people) {}

    /** Checks everything but what lies outside of the file. */
    Strategy toStrategy() throws Flaw {
        Currency money = money();
        List<Segment> read = new ArrayList<>();
        for (SegmentText segment : segments) {
            read.add(segment(segment, money));
        }
        Map<Stage, StagePlan> plans = new EnumMap<>(Stage.class);
        for (Map.Entry<String, StageText> entry : stages.entrySet()) {
            String near = "^ *" + Pattern.quote(entry.getKey()) + ":";
            Stage stage = word("stages", near, "stage", entry.getKey(), Stage::ofCode,
                    codes(Stage.values(), Stage::code));
            plans.put(stage, plan(stage, entry.getValue(), "stages." + entry.getKey(), near));
        }
        try {
            return new Strategy(strategy, version, Words.orSame(title, titleZh), lender,
                    experiment, money, read, plans);
        } catch (IllegalArgumentException e) {
            throw new Flaw("", "^segments:", Objection.of(e));
        }
    }

    private @Nullable Currency money() throws Flaw {
        if (currency == null) {
            return null;
        }
        try {
            return Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            throw new Flaw("currency", "^currency:",
                    Words.of("'%s' is no ISO 4217 code such as CNY", "“%s”不是 ISO 4217 币种代码，例如 CNY", currency));
        }
    }

    private Segment segment(SegmentText text, @Nullable Currency money) throws Flaw {
        String path = "segment '" + text.id() + "'";
        String near = "\\bid: *[\"']?" + Pattern.quote(text.id()) + "\\b";
        if (!ID.matcher(text.id()).matches()) {
            throw new Flaw(path, near,
                    new Words("an id is 1 to 60 of a to z, 0 to 9 and _", "id 须为 1 至 60 个字符：a 至 z、0 至 9、_"));
        }
        Stage stage = word(path, near, "stage", text.stage(), Stage::ofCode, codes(Stage.values(), Stage::code));
        Map<Measure, Range> when = new EnumMap<>(Measure.class);
        if (text.when() != null) {
            for (Map.Entry<String, @Nullable String> condition : text.when().entrySet()) {
                Measure measure = word(path, near, "when", condition.getKey(), Measure::ofCode,
                        codes(Measure.values(), Measure::code));
                try {
                    when.put(measure, range(measure, condition.getValue(), money));
                } catch (IllegalArgumentException | ArithmeticException e) {
                    throw new Flaw(path + ", when." + condition.getKey(), near, Objection.of(e));
                }
            }
        }
        return new Segment(text.id(), stage, when);
    }

    private static Range range(Measure measure, @Nullable String text, @Nullable Currency money) {
        String stripped = text == null ? "" : text.strip();
        String both = stripped.matches(NUMBER) ? stripped + ".." + stripped : stripped;
        Matcher matcher = RANGE.matcher(both);
        if (!matcher.matches() || both.equals("..")) {
            throw new Objection(Words.of("'%s' is no range; write such as 1..30, 31.., ..0 or 5",
                    "“%s”不是范围；写法如 1..30、31..、..0 或 5", stripped));
        }
        String from = matcher.group(1);
        String to = matcher.group(2);
        Range known = measure.known();
        Range range = new Range(from == null ? known.from() : value(measure, from, money),
                to == null ? known.to() : value(measure, to, money));
        if (range.from() < known.from()) {
            throw new Objection(Words.of("'%s' begins below %d, the smallest", "“%s”小于最小值 %d", stripped, known.from()));
        }
        return range;
    }

    private static long value(Measure measure, String text, @Nullable Currency money) {
        BigDecimal number = new BigDecimal(text);
        if (measure == Measure.AMOUNT_DUE) {
            if (money == null) {
                throw new Objection(new Words("an amount needs the file's key currency, such as currency: CNY",
                        "使用金额须写明币种，例如 currency: CNY"));
            }
            return minor(text, number, money);
        }
        if (number.stripTrailingZeros().scale() > 0) {
            throw new Objection(Words.of("'%s' must be a whole number", "“%s”须为整数", text));
        }
        return number.longValueExact();
    }

    private static long minor(String text, BigDecimal number, Currency money) {
        try {
            return Money.of(number, money).minor();
        } catch (ArithmeticException e) {
            throw new Objection(Words.of("'%s' has more decimals than %s or is too large", "“%s”的小数位超过 %s 的规定，或数值过大",
                    text, money.getCurrencyCode()));
        }
    }

    private static StagePlan plan(Stage stage, @Nullable StageText text, String path, String near) throws Flaw {
        if (text == null) {
            throw new Flaw(path, near, new Words("the stage is empty; describe it or remove it", "阶段为空；请补充说明或删除"));
        }
        List<String> steps = codes(Step.values(), Step::code);
        List<Step> ladder = new ArrayList<>();
        for (String step : text.ladder()) {
            ladder.add(word(path, near, "ladder", step, Step::ofCode, steps));
        }
        try {
            List<Escalation> escalations = new ArrayList<>();
            for (EscalationText escalation : text.escalations() == null
                    ? List.<EscalationText>of()
                    : text.escalations()) {
                Step step = word(path, near, "escalations", escalation.step(), Step::ofCode, steps);
                escalations.add(new Escalation(step, escalation.onDay(),
                        escalation.people() == null ? 1 : escalation.people()));
            }
            return new StagePlan(stage, text.campaign() == null ? "" : text.campaign(), text.script(), ladder,
                    new Cadence(text.cadence().contactable(), text.cadence().uncontactable()),
                    new Offers(text.offers().instalments(), text.offers().extensionDays(),
                            text.offers().waiverPercent()),
                    escalations);
        } catch (IllegalArgumentException e) {
            throw new Flaw(path, near, Objection.of(e));
        }
    }

    private static <T> T word(String path, String near, String key, String text,
            Function<String, Optional<T>> parse, Collection<String> known) throws Flaw {
        Optional<T> word = parse.apply(text);
        if (word.isEmpty()) {
            throw new Flaw(path, near, Words.of("%s: '%s' is not one of %s%s", "%s：“%s”不是以下之一：%s%s", key, text,
                    String.join(", ", known), Nearest.hintWords(text, known)));
        }
        return word.get();
    }

    private static <E> List<String> codes(E[] values, Function<E, String> code) {
        return Arrays.stream(values).map(code).toList();
    }
}
