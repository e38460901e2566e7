package com.callfloor.dialer.scripts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A language that scripts and messages are written in, and the words of it that their checks know. */
public enum Language {
    ZH_CN("zh-CN", "录音", "债|欠|催收|逾期|贷款|还款|账单", "坐牢|拘留|逮捕|警察|抓你|抓人|拘捕|后果自负|告诉你的(家人|单位|同事)|通知你的(家人|单位|同事)",
            "减免.{0,6}没问题|一定能减免|保证减免|可以给您减免"),

    EN("en", "record", "\\bdebts?\\b|\\bowes?\\b|\\boverdue\\b|\\bloans?\\b|\\barrears\\b|\\bcollect",
            "\\bjail|\\bprison|\\barrest|\\bpolice\\b|or else|\\btell your (family|employer|boss|neighbou?rs)\\b",
            "\\b(will|can) waive\\b|\\bwaiver is (sure|certain)\\b");

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private final String tag;
    @SuppressWarnings("ImmutableEnumChecker") // Pattern is immutable.
    private final Pattern recorded;
    @SuppressWarnings("ImmutableEnumChecker")
    private final Pattern telling;
    @SuppressWarnings("ImmutableEnumChecker")
    private final Pattern threatening;
    @SuppressWarnings("ImmutableEnumChecker")
    private final Pattern promising;

    Language(String tag, String recorded, String telling, String threatening, String promising) {
        this.tag = tag;
        this.recorded = Pattern.compile(recorded, FLAGS);
        this.telling = Pattern.compile(telling, FLAGS);
        this.threatening = Pattern.compile(threatening, FLAGS);
        this.promising = Pattern.compile(promising, FLAGS);
    }

    /** BCP 47. */
    public String tag() {
        return tag;
    }

    boolean tellsOfRecording(String text) {
        return recorded.matcher(text).find();
    }

    /** The first words that tell a stranger of a debt. */
    public Optional<String> telling(String text) {
        return first(telling, text);
    }

    /** The first words that threaten (SEED-ID). */
    public Optional<String> threatening(String text) {
        return first(threatening, text);
    }

    /** The first words that promise a waiver, which only the lender can (SEED-ID). */
    public Optional<String> promisingWaiver(String text) {
        return first(promising, text);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group()).findFirst();
    }

    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values()).filter(each -> each.tag.equals(tag)).findFirst();
    }

    /** The nearest to a case's language, such as zh-Hans or {@code en-GB}; English for all that are not Chinese. */
    public static Language nearest(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("zh") ? ZH_CN : EN;
    }

    public static List<String> tags() {
        return Arrays.stream(values()).map(Language::tag).toList();
    }

    /** All tags, for error messages. */
    public static String known() {
        return String.join(", ", tags());
    }
}
