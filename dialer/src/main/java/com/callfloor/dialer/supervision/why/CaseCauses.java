package com.callfloor.dialer.supervision.why;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.supervision.why.CaseTally.Group;
import com.callfloor.dialer.words.Words;

/** What the campaign's cases wait for. */
final class CaseCauses {
    private final CaseTally tally;
    private final Clockface clock;

    CaseCauses(CaseTally tally, Instant now, ZoneId zone) {
        this.tally = tally;
        this.clock = new Clockface(now, zone);
    }

    List<Cause> all() {
        List<Cause> causes = new ArrayList<>();
        if (tally.open() == 0) {
            causes.add(Cause.stopping("no_cases", new Words("the campaign has no open case", "活动中没有未结案件"))
                    .with("open", 0));
            return causes;
        }
        if (tally.due() == 0) {
            Words when = tally.next()
                    .map(at -> Words.of("; the first is due %s", "；最早一件 %s 到期", clock.of(at)))
                    .orElseGet(() -> new Words("; none is planned", "；均无计划"));
            causes.add(Cause.stopping("nothing_due", Words.of("none of %d open cases may be called now",
                    "%d 件未结案件现在都不能拨打", tally.open()).then(when))
                    .with("open", tally.open())
                    .with("due", 0)
                    .until(tally.next()));
        } else {
            causes.add(Cause.telling("due", Words.of("%1$d of %2$d open cases are due", "%2$d 件未结案件中 %1$d 件到期",
                    tally.due(), tally.open())).with("open", tally.open()).with("due", tally.due()));
        }
        tally.groups()
                .stream()
                .filter(group -> group.waits() != CaseTally.Waits.DUE)
                .sorted(Comparator.comparingLong(Group::cases).reversed())
                .map(this::cause)
                .forEach(causes::add);
        return causes;
    }

    private Cause cause(Group group) {
        String code = group.waits() == CaseTally.Waits.RULE
                ? group.kind().map(DenialKind::code).orElse("rule")
                : group.waits().code();
        Words words = Words.of("%d cases ", "%d 件", group.cases()).then(why(group));
        Words first = group.earliest()
                .filter(at -> group.waits() != CaseTally.Waits.KEPT)
                .map(at -> Words.of(", the first until %s", "，最早至 %s", clock.of(at)))
                .orElseGet(() -> Words.NOTHING);
        return Cause.telling(code, words.then(first))
                .with("cases", group.cases())
                .until(group.earliest())
                .by(group.rule());
    }

    private static Words why(Group group) {
        return switch (group.waits()) {
            case DUE -> new Words("are due", "到期");
            case KEPT -> new Words("are call-backs that wait for the agent who agreed to them", "为约定回拨，等待约定的坐席");
            case CALL_BACK -> new Words("wait for the time of a call-back", "等待约定的回拨时间");
            case AGREED -> new Words("wait for what was promised or is to be answered", "等待承诺的还款或答复");
            case RULE -> rule(group.kind(), group.rule().orElse("?"));
            case REST -> new Words("rest", "处于静默期");
            case ASLEEP -> new Words("have no call planned until something happens", "没有拨打计划，等待新情况");
            case LATER ->
                new Words("were called lately or are being called, and are due again later", "刚拨打过或正在拨打，稍后再次到期");
        };
    }

    private static Words rule(Optional<DenialKind> kind, String rule) {
        if (kind.isEmpty()) {
            return Words.of("may not be called by rule %s", "按规则 %s 不得拨打", rule);
        }
        return switch (kind.get()) {
            case HOURS -> Words.of("are outside permitted hours (rule %s)", "不在允许时段内（规则 %s）", rule);
            case CAP -> Words.of("were called often enough for now (rule %s)", "已达到次数上限（规则 %s）", rule);
            case DO_NOT_CALL -> Words.of("are on a do-not-call list (rule %s)", "在勿扰名单上（规则 %s）", rule);
            case FACT -> Words.of("may not be called for what stands in their books (rule %s)", "因已记录的情况不得拨打（规则 %s）",
                    rule);
            case CONTACT -> Words.of("have only contacts who may not be called (rule %s)", "仅有不得拨打的联系人（规则 %s）", rule);
            case UNDER_WAY -> Words.of("wait since the debtor is being called (rule %s)", "债务人正在被呼叫（规则 %s）", rule);
            case DOUBT ->
                Words.of("are in doubt: zone, number or rules are not known (rule %s)", "存疑：时区、号码或规则不明（规则 %s）",
                        rule);
        };
    }
}
