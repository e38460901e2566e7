package com.callfloor.dialer.effect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.effect.ExperimentReport.ArmFigures;
import com.callfloor.dialer.strategy.Arm;
import com.callfloor.dialer.strategy.Experiment;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment tells, and what it does not tell yet.
 *
 * @param figures    by arm, of those with people
 * @param confidence of each interval: 95 % that all arms' intervals of one measure hold together (Bonferroni)
 * @param isFinal    whether the experiment is over: before that day no difference is decided
 * @param sampleRatio absent while an arm has nobody
 * @param findings   each arm against the first
 */
public record Comparison(Experiment experiment, Map<String, ArmFigures> figures, double confidence, boolean isFinal,
        Optional<SampleRatio> sampleRatio, List<Finding> findings) {
    private static final double ERROR = 0.05;

    public Comparison {
        figures = Map.copyOf(figures);
        findings = List.copyOf(findings);
    }

    /**
     * One arm against the first in one measure.
     *
     * @param measure    an outcome's code, or {@code recovered}
     * @param currency   of what was recovered, else null
     * @param difference of shares (0.01: one point), or of minor units a person
     * @param interval   null: too few paid for one
     */
    public record Finding(String arm, String against, String measure, @Nullable Currency currency, double difference,
            @Nullable Interval interval, String says, String saysChinese) {}

    /** Reads the figures as of a day of the floor. */
    public static Comparison of(Experiment experiment, Map<String, ArmFigures> figures, LocalDate today) {
        List<Arm> arms = experiment.arms();
        double confidence = 1 - ERROR / (arms.size() - 1);
        boolean over = today.isAfter(experiment.end());
        List<ArmFigures> known = arms.stream().map(arm -> figures.get(arm.name())).flatMap(Stream::ofNullable).toList();
        boolean whole = known.size() == arms.size();
        List<Finding> findings = new ArrayList<>();
        ArmFigures first = figures.get(arms.getFirst().name());
        for (Arm arm : arms.subList(1, arms.size())) {
            ArmFigures other = figures.get(arm.name());
            if (first != null && other != null) {
                new Reader(experiment, arm.name(), first, other, confidence, over).findings().forEach(findings::add);
            }
        }
        return new Comparison(experiment, figures, confidence, over,
                whole
                        ? Optional.of(SampleRatio.of(known.stream().map(ArmFigures::expected).toList(),
                                known.stream().map(ArmFigures::people).toList()))
                        : Optional.empty(),
                findings);
    }

    /** What whoever reads it has to know first, the gravest first. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        sampleRatio.filter(SampleRatio::mismatch)
                .ifPresent(ratio -> warnings.add("The arms do not have the people that their weights give them ("
                        + experiment.arms()
                                .stream()
                                .map(arm -> arm.name() + ": " + people(arm.name()) + ", expected "
                                        + Math.round(expected(arm.name())))
                                .collect(Collectors.joining("; "))
                        + "; chance alone is so far off in " + String.format(Locale.ROOT, "%.1g", ratio.p())
                        + " of cases): something loses or adds people, so do not trust any difference before it is found."));
        if (sampleRatio.isEmpty()) {
            warnings.add("An arm has nobody yet: nothing can be compared.");
        }
        if (!isFinal) {
            warnings.add("It runs until " + experiment.end()
                    + ", and its intervals are made for one look after that day. Who "
                    + "looks earlier and stops as soon as they like what they see finds differences that are not there.");
        }
        warnings.add(
                "Several measures are shown; choose beforehand the one that decides. Of twenty that make no difference "
                        + "about one seems to.");
        return warnings;
    }

    /** The same in Chinese, in the same order. */
    public List<String> warningsChinese() {
        List<String> warnings = new ArrayList<>();
        sampleRatio.filter(SampleRatio::mismatch)
                .ifPresent(ratio -> warnings.add("各组人数与其权重不符（" + experiment.arms()
                        .stream()
                        .map(arm -> arm.name() + "：" + people(arm.name()) + " 人，应为 "
                                + Math.round(expected(arm.name())) + " 人")
                        .collect(Collectors.joining("；"))
                        + "；仅凭偶然出现如此偏差的概率为 " + String.format(Locale.ROOT, "%.1g", ratio.p())
                        + "）：有环节漏掉或多算了人，查明之前不要相信任何差异。"));
        if (sampleRatio.isEmpty()) {
            warnings.add("有一组还没有人，无法比较。");
        }
        if (!isFinal) {
            warnings.add("实验将持续到 " + experiment.end() + "，其置信区间只适用于结束之后的一次查看。提前查看并在看到满意结果时停止的人，"
                    + "会发现并不存在的差异。");
        }
        warnings.add("这里列出多个指标，请事先选定以哪一个为准。二十个毫无差别的指标中，大约会有一个看似有差别。");
        return warnings;
    }

    private long people(String arm) {
        ArmFigures known = figures.get(arm);
        return known == null ? 0 : known.people();
    }

    private double expected(String arm) {
        ArmFigures known = figures.get(arm);
        return known == null ? 0 : known.expected();
    }

    /** Puts one arm against the first. */
    private record Reader(Experiment experiment, String arm, ArmFigures first, ArmFigures other, double confidence,
            boolean over) {
        List<Finding> findings() {
            List<Finding> findings = new ArrayList<>();
            for (PersonOutcome outcome : PersonOutcome.values()) {
                findings.add(of(outcome));
            }
            var currencies = new TreeSet<String>();
            Stream.of(first, other)
                    .flatMap(each -> each.money().keySet().stream())
                    .map(Currency::getCurrencyCode)
                    .forEach(currencies::add);
            currencies.stream().map(Currency::getInstance).map(this::of).forEach(findings::add);
            return findings;
        }

        private Finding of(PersonOutcome outcome) {
            Share one = first.share(outcome);
            Share two = other.share(outcome);
            Interval interval = two.difference(one, confidence);
            String figures = percent(two.rate()) + " against " + percent(one.rate()) + ", interval "
                    + points(interval.low()) + " to " + points(interval.high()) + " points";
            String chinese = percent(two.rate()) + "，对照 " + percent(one.rate()) + "，区间 " + points(interval.low())
                    + " 至 " + points(interval.high()) + " 个百分点";
            return new Finding(arm, against(), outcome.code(), null, two.rate() - one.rate(), interval,
                    said(outcome.words(), interval, figures), saidInChinese(outcome.chinese(), interval, chinese));
        }

        private Finding of(Currency currency) {
            Amounts one = first.amounts(currency);
            Amounts two = other.amounts(currency);
            Interval interval = two.difference(one, confidence).orElse(null);
            String figures = money(two.mean(), currency) + " against " + money(one.mean(), currency) + " "
                    + currency.getCurrencyCode() + " a person";
            String chinese = "人均 " + money(two.mean(), currency) + "，对照 " + money(one.mean(), currency) + " "
                    + currency.getCurrencyCode();
            if (interval == null) {
                return new Finding(arm, against(), "recovered", currency, two.mean() - one.mean(), null,
                        "recovered: too few people paid for an interval that holds: " + figures,
                        "回款：还款人数太少，无法给出可靠区间：" + chinese);
            }
            return new Finding(arm, against(), "recovered", currency, two.mean() - one.mean(), interval,
                    said("recovered", interval, figures + ", interval " + signed(interval.low(), currency) + " to "
                            + signed(interval.high(), currency)),
                    saidInChinese("回款", interval, chinese + "，区间 " + signed(interval.low(), currency) + " 至 "
                            + signed(interval.high(), currency)));
        }

        private String against() {
            return experiment.arms().getFirst().name();
        }

        private String said(String measure, Interval interval, String figures) {
            String verdict = interval.holdsZero()
                    ? over ? "no difference can be told" : "no difference can be told yet"
                    : (interval.low() > 0 ? "more than under " : "less than under ") + against();
            return measure + ": " + verdict + ": " + figures
                    + (over || interval.holdsZero() ? "" : "; not decided before " + experiment.end());
        }

        private String saidInChinese(String measure, Interval interval, String figures) {
            String verdict = interval.holdsZero()
                    ? over ? "看不出差别" : "目前看不出差别"
                    : (interval.low() > 0 ? "高于 " : "低于 ") + against();
            return measure + "：" + verdict + "：" + figures
                    + (over || interval.holdsZero() ? "" : "；" + experiment.end() + " 之前不作定论");
        }

        private static String percent(double rate) {
            return String.format(Locale.ROOT, "%.1f %%", 100 * rate);
        }

        private static String points(double rate) {
            return withSign(String.format(Locale.ROOT, "%+.1f", 100 * rate));
        }

        private static String money(double minor, Currency currency) {
            return new Money(Math.round(minor), currency).major().toPlainString();
        }

        private static String signed(double minor, Currency currency) {
            return withSign((minor < 0 ? "" : "+") + money(minor, currency));
        }

        /** A minus as wide as the plus. */
        private static String withSign(String number) {
            return number.replace('-', '\u2212');
        }
    }
}
