package com.callfloor.dialer.console;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.calls.CallLog.CallView;
import com.callfloor.dialer.cases.CaseBalance;
import com.callfloor.dialer.cases.CaseDirectory.CaseView;
import com.callfloor.dialer.cases.CaseDirectory.NumberView;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Finding;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.DecisionFields;
import com.callfloor.dialer.rules.Reason;
import com.callfloor.dialer.rules.books.CadenceReport.Behind;
import com.callfloor.dialer.rules.books.CadenceReport.Why;
import com.callfloor.dialer.rules.books.DecisionLog.Kept;
import com.callfloor.dialer.rules.books.FactBook.NewFact;
import com.callfloor.dialer.rules.history.DailyWindow;
import com.callfloor.dialer.rules.history.FactKind;
import com.callfloor.dialer.rules.history.LineKind;
import com.callfloor.dialer.rules.pack.CallingRule;
import com.callfloor.dialer.rules.pack.CountedEvent;
import com.callfloor.dialer.rules.pack.Duty;
import com.callfloor.dialer.rules.pack.PackTerm;
import com.callfloor.dialer.rules.pack.Period;
import com.callfloor.dialer.rules.pack.RuleCard;
import com.callfloor.dialer.rules.pack.RulePack;
import com.callfloor.dialer.rules.pack.Scope;
import com.callfloor.dialer.words.Words;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** One case with a long reference, what was decided of it, and the packs that decided. */
final class Dossier {
    static final String CASE = "CF-2026-000418";
    static final String LONG_CASE = "CF/2026/HAIAN-XIAOFEI-JINRONG/0000000000000418-0001";
    static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final PhoneNumber MOBILE = new PhoneNumber("+8613800000001");
    private static final PhoneNumber HOME = new PhoneNumber("+862088880002");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId URUMQI = ZoneId.of("Asia/Urumqi");
    private static final Period DAY = new Period.Calendar(Period.Unit.DAY);

    private Dossier() {}

    static void fill(Stage stage) {
        stage.rules().now = NOON.plusSeconds(600);
        var card = new Cast(NOON).card();
        stage.archive().cases.add(new CaseView(card, "D-5", "open",
                new CaseBalance(card.amountDue(), new Money(0, card.amountDue().currency())), NOON.plusSeconds(43_200),
                List.of(
                        new NumberView(MOBILE.masked(), NumberRole.MOBILE, 1, true))));
        stage.archive().calls.add(new CallView(Cast.attempt(1), new CaseId(5), CASE, MOBILE.masked(), "closed",
                "connected", 16, true, false, "carrier", null, 1L, "李静", NOON.minusSeconds(7200), null, null, null,
                null, null, null, 0, null,
                "call_back", null, "{}", "stored", null, null));
        stage.rules().decisions.addAll(List.of(
                kept(1, NOON.minusSeconds(14_400), decision(0, allow()), null),
                kept(2, NOON.minusSeconds(7200), decision(1, allow()), Cast.attempt(1).toString()),
                kept(3, NOON, decision(3, later()), null)));
        stage.rules().answers.put(CASE, Map.of(MOBILE, decision(3, later()), HOME, decision(2, allow())));
        stage.rules()
                .note(new NewFact(CASE, FactKind.INCONVENIENT, NOON.minusSeconds(86_400), null, null,
                        new DailyWindow(LocalTime.of(12, 0), LocalTime.of(14, 0), EnumSet.allOf(DayOfWeek.class)),
                        Set.of(), "通话录音 019cac00-0000-7000-8000-000000000001：午休时间请勿来电", "supervisor"));
        stage.rules()
                .note(new NewFact(CASE, FactKind.CONSENT, NOON.minusSeconds(3600), MOBILE,
                        NOON.plusSeconds(86_400), null, Set.of("US-F-COOL"), "letter 2026-118", "administrator"));
        stage.rules()
                .note(new NewFact(CASE, FactKind.DISPUTE, NOON.minusSeconds(172_800), null, null, null, Set.of(),
                        "letter 2026-101", "qa"));
        stage.rules().withdraw(3, "supervisor", "the letter was about another debt");
        stage.rules().packs.add(PackTerm.current(pack("2026-11-24")));
        stage.rules().packs.add(new PackTerm(pack("2026-10-01"), NOON.plusSeconds(86_400)));
        stage.rules().behind.add(
                new Behind(CASE, true, 1, 3, Why.CAP, List.of("FLOOR-DEBTOR-DAY", "FLOOR-SPACING"), NOON));
        stage.rules().behind.add(new Behind(LONG_CASE, false, 2, 4, Why.NO_AGENTS, List.of(), null));
    }

    private static Verdict allow() {
        return new Verdict.Allow();
    }

    private static Verdict later() {
        return new Verdict.NotBefore(Instant.parse("2026-11-24T00:00:00Z"));
    }

    private static Kept kept(long id, Instant at, Decision decision, @Nullable String attempt) {
        Decision then = new Decision(at, decision.verdict(), decision.findings(), decision.zones());
        return new Kept(id, at, CASE, attempt, MOBILE.masked(), new JsonObject(DecisionFields.of(then)).encode());
    }

    private static Decision decision(int calls, Verdict verdict) {
        List<Finding> findings = new ArrayList<>();
        findings.add(finding("FLOOR-HOURS", true, new Reason.WithinHours(URUMQI, LocalTime.of(10, 0))));
        findings.add(finding("FLOOR-DEBTOR-DAY", calls < 3,
                new Reason.Count(calls, 3, Scope.PERSON, CountedEvent.DISPATCHED, DAY)));
        findings.add(finding("FLOOR-NUMBER-DAY", true,
                new Reason.Count(calls, 6, Scope.NUMBER, CountedEvent.DISPATCHED, DAY)));
        if (calls > 2) {
            findings.add(finding("FLOOR-SPACING", false, new Reason.CoolingDown(NOON.minusSeconds(300), Scope.PERSON,
                    CountedEvent.DISPATCHED, new Period.Elapsed(Duration.ofMinutes(20)))));
        }
        return new Decision(NOON, verdict, findings, Set.of(SHANGHAI, URUMQI));
    }

    private static Finding finding(String rule, boolean allows, Reason reason) {
        return new Finding(rule, "floor", "2026-11-24", allows, reason);
    }

    private static RulePack pack(String version) {
        Set<LineKind> lines = EnumSet.allOf(LineKind.class);
        return new RulePack("floor", version, new Words("The floor's own policy", "本机构自定的规则"), List.of(
                new CallingRule.Counter(card("FLOOR-DEBTOR-DAY",
                        "At most 3 attempts a day to one debtor, whatever came of them.", "每天对同一债务人最多拨打 3 次，不论结果。",
                        "SEED-GAP; stricter than GB/T 45251-2025, which counts conversations",
                        RuleCard.Status.VERIFIED), lines, Set.of(), Scope.PERSON, CountedEvent.DISPATCHED, 3, DAY,
                        true),
                new CallingRule.CoolDown(card("FLOOR-ABN-LOCK",
                        "A debtor who found no agent is left alone for an hour.", "接通后无坐席应答的债务人，一小时内不再致电。",
                        "UK practice on abandoned calls, taken over", RuleCard.Status.SECONDARY), lines, Set.of(),
                        Scope.PERSON, CountedEvent.ABANDONED, new Period.Elapsed(Duration.ofHours(1)))),
                List.of(new Duty.Cadence(card("SEED-CAD",
                        "A contactable debtor is to be called at least 3 times a week, an uncontactable one 4 times.",
                        "可联系的债务人每周至少拨打 3 次，失联的至少 4 次。", "SEED-CAD", RuleCard.Status.UNVERIFIED), 3, 4,
                        Duration.ofDays(30))));
    }

    private static RuleCard card(String id, String says, String saysChinese, String source, RuleCard.Status status) {
        return new RuleCard(id, says, saysChinese, source, status, RuleCard.Severity.POLICY);
    }
}
