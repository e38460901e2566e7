package com.callfloor.dialer.rules;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Puts a {@link Reason} into words, in one of the console's languages. */
public enum Wording {
    ENGLISH {
        @Override
        public String of(Reason reason, ZoneId zone) {
            return switch (reason) {
                case Reason.WithinHours in -> "it is " + time(in.local()) + " in " + in.zone() + ", within the hours";
                case Reason.OutsideHours out -> "it is " + time(out.local()) + " in " + out.zone()
                        + "; calls, with the longest ring, are permitted from " + out.from() + " to " + out.to();
                case Reason.ClosedDay(var place, var day) -> day == null
                        ? "no calls on this day in " + place
                        : "it is a holiday in " + place + ": " + day;
                case Reason.Count(int used, int limit, var scope, var event, var period) -> used + " of " + limit + " "
                        + EnglishWords.of(event) + " " + EnglishWords.of(scope) + " " + EnglishWords.of(period)
                        + " used";
                case Reason.CoolingDown(var since, var scope, var event, var period) -> "the last "
                        + EnglishWords.one(event) + " " + EnglishWords.of(scope) + " was at " + second(since, zone)
                        + "; it bars calls " + EnglishWords.of(period);
                case Reason.FactStands(var fact, var since, var until) -> EnglishWords.of(fact) + ", noted "
                        + second(since, zone) + (until == null ? "" : ", until " + second(until, zone));
                case Reason.Consented(var at, var instead) ->
                    "consent of " + second(at, zone) + " lifts it (" + of(instead, zone)
                            + ")";
                case Reason.AgentHeld(var instead) ->
                    "an agent is held for this call, which lifts it (" + of(instead, zone)
                            + ")";
                case Reason.DebtorLost(boolean invalid, int failures) -> invalid
                        ? "a number of the debtor's own is not in service"
                        : failures == 0
                                ? "the debtor is dead"
                                : "the last " + failures + " calls to the debtor's own numbers reached nobody";
                case Reason.DebtorNotLost(int failures, int needed) -> "a listed contact may be called only when a "
                        + "number of the debtor's is not in service or " + needed + " calls in a row failed; so far "
                        + failures + " did";
                case Reason.ContactDidNotConsent none -> "no consent to a call to this contact is recorded";
                case Reason.ZoneUnknown unknown -> "nothing tells in which time zone the debtor may be";
                case Reason.FactMissing(var fact) -> "nothing on record says that " + EnglishWords.of(fact);
                case Reason.NoRecipient(var channel) -> "the debtor has no number or address of their own that a "
                        + EnglishWords.of(channel) + " may go to";
                case Reason.CaseWaits(var until) -> "the case waits until " + second(until, zone)
                        + " or until what it waits for is settled";
                case Reason.NoHours(var channel) -> "no rule says at which hours a " + EnglishWords.of(channel)
                        + " may come";
                case Reason.NoPack none -> "no rule pack is configured for this debtor's country, lender and actor";
                case Reason.CallUnderWay(var since) -> "an attempt to this debtor or number is under way since "
                        + second(since, zone);
                case Reason.NoUsableNumber none -> "the debtor has no number of their own that is in service; one from "
                        + "a new case file makes it due again";
            };
        }
    },
    CHINESE {
        @Override
        public String of(Reason reason, ZoneId zone) {
            return switch (reason) {
                case Reason.WithinHours in -> in.zone() + " 当地时间 " + time(in.local()) + "，在允许时段内";
                case Reason.OutsideHours out ->
                    out.zone() + " 当地时间 " + time(out.local()) + "；允许时段为 " + out.from() + " 至 "
                            + out.to() + "（含最长振铃时间）";
                case Reason.ClosedDay(var place, var day) -> day == null
                        ? place + " 当地当天不允许拨打"
                        : place + " 当地为节假日：" + day;
                case Reason.Count(int used, int limit, var scope, var event, var period) -> ChineseWords.of(period)
                        + ChineseWords.of(scope) + ChineseWords.of(event) + "上限 " + limit + " 次，已用 " + used + " 次";
                case Reason.CoolingDown(var since, var scope, var event, var period) -> ChineseWords.of(scope) + "最近一次"
                        + ChineseWords.of(event) + "在 " + second(since, zone) + "，其后" + ChineseWords.of(period)
                        + "不得拨打";
                case Reason.FactStands(var fact, var since, var until) ->
                    ChineseWords.of(fact) + "，记录于 " + second(since, zone)
                            + (until == null ? "" : "，有效至 " + second(until, zone));
                case Reason.Consented(var at, var instead) ->
                    second(at, zone) + " 的本人同意解除了此规则（" + of(instead, zone) + "）";
                case Reason.AgentHeld(var instead) -> "已为本次通话预留坐席，解除了此规则（" + of(instead, zone) + "）";
                case Reason.DebtorLost(boolean invalid, int failures) -> invalid
                        ? "债务人本人的号码已停用"
                        : failures == 0 ? "债务人已故" : "债务人本人号码连续 " + failures + " 次未接通";
                case Reason.DebtorNotLost(int failures, int needed) -> "仅当债务人号码失效或连续 " + needed + " 次未接通时才可联系其联系人，目前连续 "
                        + failures + " 次";
                case Reason.ContactDidNotConsent none -> "没有致电该联系人的同意记录";
                case Reason.ZoneUnknown unknown -> "无法确定债务人所在时区";
                case Reason.FactMissing(var fact) -> "没有记录表明" + ChineseWords.of(fact);
                case Reason.NoRecipient(var channel) -> "债务人没有可接收" + ChineseWords.of(channel) + "的本人号码或地址";
                case Reason.CaseWaits(var until) -> "案件在 " + second(until, zone) + " 之前或所等事项解决之前暂停联系";
                case Reason.NoHours(var channel) -> "没有规则规定" + ChineseWords.of(channel) + "的允许时段";
                case Reason.NoPack none -> "没有适用于该债务人国家、委托方和催收主体的规则包";
                case Reason.CallUnderWay(var since) -> "该债务人或号码自 " + second(since, zone) + " 起有一通呼叫正在进行";
                case Reason.NoUsableNumber none -> "债务人没有可用的本人号码；新案件文件带来号码后会重新安排";
            };
        }
    };

    /** {@code zone}: whose clock and calendar instants are told by. */
    public abstract String of(Reason reason, ZoneId zone);

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private static String time(LocalTime time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Such as {@code 2026-03-02 10:00:05 (Asia/Shanghai)}. */
    private static String second(Instant at, ZoneId zone) {
        return SECOND.format(at.atZone(zone)) + " (" + zone + ")";
    }
}
