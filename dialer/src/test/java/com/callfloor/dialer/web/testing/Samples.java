package com.callfloor.dialer.web.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallLog.CallView;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.cases.CaseBalance;
import com.callfloor.dialer.cases.CaseCard;
import com.callfloor.dialer.cases.CaseDirectory.CaseView;
import com.callfloor.dialer.cases.CaseDirectory.NumberView;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.DebtorId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.cases.NumberRole;
import com.callfloor.dialer.contacts.CallSlot;
import com.callfloor.dialer.contacts.ContactDesk.Hours;
import com.callfloor.dialer.contacts.ContactDesk.NumberOutlook;
import com.callfloor.dialer.contacts.HourBand;
import com.callfloor.dialer.contacts.LineType;
import com.callfloor.dialer.recordings.RecordingCatalogue.RecordingView;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Finding;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.Reason;
import com.callfloor.dialer.rules.books.DecisionLog.Kept;
import com.callfloor.dialer.rules.history.LineKind;
import com.callfloor.dialer.rules.pack.CallingRule;
import com.callfloor.dialer.rules.pack.CountedEvent;
import com.callfloor.dialer.rules.pack.Duty;
import com.callfloor.dialer.rules.pack.Period;
import com.callfloor.dialer.rules.pack.RuleCard;
import com.callfloor.dialer.rules.pack.RulePack;
import com.callfloor.dialer.rules.pack.Scope;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.LiveCall;
import com.callfloor.dialer.supervision.Preview;
import com.callfloor.dialer.supervision.ScreenPop;
import com.callfloor.dialer.supervision.live.FileSettings;
import com.callfloor.dialer.trunks.Trunk;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** Synthetic people and calls. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-03-02T02:00:00.123456Z");
    public static final AgentId LI = new AgentId(1);
    public static final AgentId WANG = new AgentId(7);

    private Samples() {}

    public static AttemptId attempt(int serial) {
        return new AttemptId(UUID.fromString("019cac00-0000-7000-8000-%012d".formatted(serial)));
    }

    public static Agent agent(AgentId id) {
        return new Agent(id, "agent" + id.value(), "Agent " + id.value(), new Extension("100" + id.value()));
    }

    public static AgentView ready(AgentId id) {
        return new AgentView(agent(id), new AgentState.Ready(NOW), new AgentLeg.Up(new LegId(id, 1), NOW), null);
    }

    public static AgentView onCall(AgentId id, AttemptId attempt) {
        return new AgentView(agent(id), new AgentState.OnCall(NOW, attempt), new AgentLeg.Up(new LegId(id, 1), NOW),
                null);
    }

    public static CaseCard card(long id) {
        return new CaseCard(new CaseId(id), "CF-" + id, "default", new DebtorId(id), "陈静 \"Q\"", "海岸银行", null,
                new Money(123_456, Currency.getInstance("CNY")), null, LocalDate.of(2026, 1, 15), 46, 2, "CN-GD",
                "zh-CN", null, List.of(new CaseCard.PastAttempt(NOW.minusSeconds(86_400), "138****0001", "no_answer",
                        null, null, null)));
    }

    public static CaseView caseView(long id) {
        return new CaseView(card(id), "D-" + id, "open",
                new CaseBalance(card(id).amountDue(), new Money(0, card(id).amountDue().currency())),
                NOW,
                List.of(new NumberView("138****0001", NumberRole.MOBILE, 1, true)));
    }

    /** Case 5's, of which one is out of service; there is no other case. */
    public static Optional<List<NumberOutlook>> numbers(CaseId id) {
        var evening = new Hours(new CallSlot(new HourBand(18), false), 0.41239);
        return id.value() == 5
                ? Optional.of(List.of(
                        new NumberOutlook("138****0001", NumberRole.MOBILE, 1, LineType.MOBILE, true, NOW, 3, 2, 0.31,
                                List.of(evening)),
                        new NumberOutlook("2188****01", NumberRole.HOME, 2, LineType.LANDLINE, false, null, 1, 0, null,
                                List.of())))
                : Optional.empty();
    }

    public static CallView call(int serial) {
        return new CallView(attempt(serial), new CaseId(5), "CF-5", "138****0001", "closed", "connected", 16, true,
                false,
                "carrier", "+862160000001", 1L,
                "Agent 1", NOW, NOW, NOW, NOW, NOW, NOW, NOW, 12_000, 4, "promise_to_pay", Words.same("pays on Friday"),
                "{\"verdict\":\"allow\"}", "stored", NOW, "Supervisor");
    }

    public static RecordingView recording(int serial, String state) {
        return new RecordingView(attempt(serial), new CaseId(5), "CF-5", "Agent 1", NOW, state,
                Duration.ofMillis(61_250),
                196_044L, "ab".repeat(32), "opus", "2026/03/02/secret-place.ogg", List.of("agent_silent"), "connected",
                null);
    }

    public static LiveCall live(int serial, CallState state) {
        return new LiveCall(attempt(serial), state, "CF-5", "138****0001", agent(LI), null, null);
    }

    public static ScreenPop pop(int serial, boolean connected) {
        return pop(serial, connected, Purpose.COLLECTION);
    }

    public static ScreenPop pop(int serial, boolean connected, Purpose purpose) {
        return new ScreenPop(attempt(serial), NOW, connected, "138****0001", purpose, card(5), null, null, null,
                null);
    }

    /** A case that agent Li looks at; its call is placed in 20 s. */
    public static Preview preview(int serial) {
        Finding hours = new Finding("FLOOR-HOURS", "floor", "2026-11-24", true,
                new Reason.WithinHours(ZoneId.of("Asia/Shanghai"), LocalTime.of(10, 0)));
        return new Preview(attempt(serial), NOW, NOW.plusSeconds(20), false, "138****0001", Purpose.COLLECTION, card(5),
                new Decision(NOW, new Verdict.Allow(), List.of(hours), Set.of()));
    }

    public static Kept decision(long id, Instant at, String verdict, @Nullable String attempt) {
        return new Kept(id, at, "CF-5", attempt, "138****0001", """
                {"verdict":"%s","rules":[{"id":"FLOOR-HOURS","pack":"floor","version":"2026-11-24","verdict":"%s",\
                "because":"it is 10:00","because_zh":"当地时间 10:00"}],"zones":["Asia/Shanghai"],"counters":[]}"""
                .formatted(verdict, verdict.equals("allow") ? "allow" : "deny"));
    }

    /** The floor's own pack, with one rule that counts and the cadence target. */
    public static RulePack pack(String version) {
        RuleCard day = new RuleCard("FLOOR-DEBTOR-DAY", "At most 3 attempts a day to one debtor.",
                "每天对同一债务人最多拨打 3 次。", "SEED-GAP", RuleCard.Status.VERIFIED, RuleCard.Severity.POLICY);
        RuleCard target = new RuleCard("SEED-CAD", "A contactable debtor is to be called at least 3 times a week.",
                "可联系的债务人每周至少拨打 3 次。", "SEED-CAD", RuleCard.Status.SECONDARY, RuleCard.Severity.POLICY);
        return new RulePack("floor", version, new Words("The floor's own policy", "本机构自定的规则"),
                List.of(new CallingRule.Counter(day, Set.of(LineKind.MOBILE), Set.of(), Scope.PERSON,
                        CountedEvent.DISPATCHED, 3, new Period.Calendar(Period.Unit.DAY), true)),
                List.of(new Duty.Cadence(target, 3, 4, Duration.ofDays(30))));
    }

    /** What the files say of the quiet floor, and of two trunks. */
    public static FileSettings files() {
        return new FileSettings(quietFloor().campaigns(),
                List.of(new Trunk("first", 30, 2.5, List.of()), new Trunk("second", 10, 1, List.of())), 0.03, 0.03);
    }

    /** Two agents who are ready, nothing dialed yet. */
    public static FloorSnapshot quietFloor() {
        return new FloorSnapshot(NOW, true, List.of(Campaign.in("main", "Main", CampaignMode.PROGRESSIVE)),
                new FloorSnapshot.Links(true, false), List.of(ready(WANG), ready(LI)), List.of(), Map.of(), Map.of(),
                new FloorSnapshot.Today(40, 10, 9, 1, Map.of("daily-cap", 3L)), 0.75, "2 agents are free: 2 calls");
    }
}
