package com.callfloor.dialer.rules;

import java.time.Duration;

import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.pack.CountedEvent;
import com.callfloor.dialer.rules.pack.Period;
import com.callfloor.dialer.rules.pack.Scope;

/** The field's terms in Chinese, as they stand in a {@link Wording}. */
final class ChineseWords {
    private ChineseWords() {}

    static String of(CountedEvent event) {
        return switch (event) {
            case DISPATCHED -> "拨打";
            case CONNECTED -> "可能振铃的拨打";
            case ANSWERED -> "接通";
            case CONVERSATION -> "有效通话";
            case ABANDONED -> "接通后放弃的呼叫";
        };
    }

    static String of(Scope scope) {
        return switch (scope) {
            case PERSON -> "对该债务人的";
            case DEBT -> "就该笔债务的";
            case PERSON_AND_DEBT -> "就该笔债务对该债务人的";
            case NUMBER -> "对该号码的";
            case LINE -> "对该债务人同类线路的";
            case HOUSEHOLD -> "对该住户的";
            case ACCOUNT -> "就该账户的";
        };
    }

    static String of(Period period) {
        return switch (period) {
            case Period.Elapsed(var length) -> of(length) + "内";
            case Period.ConsecutiveDays(int days) -> "连续 " + days + " 天内";
            case Period.Calendar(Period.Unit unit) -> switch (unit) {
                case DAY -> "当日";
                case WEEK -> "本周";
                case MONTH -> "本月";
            };
            case Period.Ever ever -> "累计";
        };
    }

    private static String of(Duration length) {
        if (length.toMinutes() < 60) {
            return length.toMinutes() + " 分钟";
        }
        return length.toHours() + " 小时";
    }

    static String of(Channel channel) {
        return switch (channel) {
            case CALL -> "电话";
            case SMS -> "短信";
            case EMAIL -> "电子邮件";
        };
    }

    static String of(FactKind fact) {
        return switch (fact) {
            case CEASE -> "债务人书面要求停止联系";
            case ATTORNEY -> "债务人已由律师代理";
            case DISPUTE -> "债务有争议";
            case BANKRUPTCY -> "债务人破产";
            case DECEASED -> "债务人已故";
            case MINOR -> "债务人为未成年人";
            case WRONG_PARTY -> "号码不属于债务人";
            case REFUSED -> "该号码的机主拒绝来电";
            case INCONVENIENT -> "债务人称此时间或地点不便";
            case CONSENT -> "债务人已同意";
            case NO_MESSAGES -> "收件人拒收信息";
            case MESSAGE_CONSENT -> "债务人同意接收信息";
            case DO_NOT_CALL -> "号码在勿扰名单上";
        };
    }
}
