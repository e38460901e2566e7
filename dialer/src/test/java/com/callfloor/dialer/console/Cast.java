package com.callfloor.dialer.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.calls.TransferKind;
import com.callfloor.dialer.cases.CaseCard;
import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.cases.DebtorId;
import com.callfloor.dialer.cases.Money;
import com.callfloor.dialer.rules.Decision;
import com.callfloor.dialer.rules.Decision.Finding;
import com.callfloor.dialer.rules.Decision.Verdict;
import com.callfloor.dialer.rules.Reason;
import com.callfloor.dialer.strategy.CaseFacts;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.Conference;
import com.callfloor.dialer.supervision.FloorSnapshot;
import com.callfloor.dialer.supervision.Hold;
import com.callfloor.dialer.supervision.LiveCall;
import com.callfloor.dialer.supervision.OutsideTransfer;
import com.callfloor.dialer.supervision.Preview;
import com.callfloor.dialer.supervision.ScreenPop;
import com.callfloor.dialer.supervision.Transfer;
import com.callfloor.dialer.supervision.Transfer.Stage;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;

/** Synthetic people, cases and calls of one floor at {@code now}. */
record Cast(Instant now) {
    private static final Currency YUAN = Currency.getInstance("CNY");
    /** The user that the fixture signs in as the agent. */
    static final AgentId ME = new AgentId(1);

    static AttemptId attempt(int serial) {
        return new AttemptId(UUID.fromString("019cac00-0000-7000-8000-%012d".formatted(serial)));
    }

    AgentView me(AgentState state) {
        return agent(ME, "李静", state);
    }

    AgentView agent(AgentId id, String name, AgentState state) {
        AgentLeg leg = state instanceof AgentState.SignedOut
                ? new AgentLeg.Down(state.since())
                : new AgentLeg.Up(new LegId(id, 1), state.since());
        return new AgentView(staff(id, name), state, leg, null);
    }

    private static Agent staff(AgentId id, String name) {
        return new Agent(id, "agent" + id.value(), name, new Extension(Long.toString(1000 + id.value())));
    }

    ScreenPop pop(int serial, boolean connected) {
        return pop(serial, connected, Purpose.COLLECTION);
    }

    ScreenPop held(int serial) {
        return held(serial, null);
    }

    /** I ask a colleague about it; the debtor is on hold. */
    ScreenPop consulting(int serial) {
        return held(serial, new Transfer(TransferKind.WARM, staff(ME, "李静"), staff(new AgentId(2), "王芳"), ago(9),
                Stage.CONSULTING));
    }

    /** My call is on its way to somebody outside the floor; taken: they have the debtor. */
    ScreenPop outside(int serial, OutsideTransfer.Stage stage) {
        ScreenPop pop = pop(serial, true);
        Hold hold = stage == OutsideTransfer.Stage.TAKEN ? null : new Hold(ago(20), now.plusSeconds(160));
        return new ScreenPop(pop.attempt(), pop.answeredAt(), true, pop.numberMasked(), pop.purpose(), pop.card(), null,
                hold, null, null, new OutsideTransfer("legal", new Words("Harbour legal", "海港法务部"), ago(9), stage));
    }

    /** My call, and a colleague is in it as a third. */
    ScreenPop shared(int serial) {
        return three(serial, staff(ME, "李静"), staff(new AgentId(2), "王芳"));
    }

    /** A colleague's call, and I am in it as a third. */
    ScreenPop visited(int serial) {
        return three(serial, staff(new AgentId(2), "王芳"), staff(ME, "李静"));
    }

    private ScreenPop three(int serial, Agent agent, Agent third) {
        ScreenPop pop = pop(serial, true);
        return new ScreenPop(pop.attempt(), pop.answeredAt(), true, pop.numberMasked(), pop.purpose(), pop.card(), null,
                null, null, new Conference(agent, third, false, ago(5)));
    }

    /** An agent asks a supervisor about a call. */
    ScreenPop offered(int serial, AgentId supervisor, Stage stage) {
        return held(serial, new Transfer(TransferKind.WARM, staff(ME, "李静"), staff(supervisor, "Supervisor"), ago(3),
                stage));
    }

    private ScreenPop held(int serial, @Nullable Transfer transfer) {
        ScreenPop pop = pop(serial, true);
        return new ScreenPop(pop.attempt(), pop.answeredAt(), true, pop.numberMasked(), pop.purpose(), pop.card(), null,
                new Hold(ago(20), now.plusSeconds(160)), transfer, null);
    }

    ScreenPop pop(int serial, boolean connected, Purpose purpose) {
        return new ScreenPop(attempt(serial), now, connected, "138****0001", purpose, card(), null, null, null,
                null);
    }

    /** What the agent looks at; its call is placed in 20 s. */
    Preview preview() {
        return new Preview(attempt(1), now, now.plusSeconds(20), false, "138****0001", Purpose.COLLECTION, card(),
                new Decision(now, new Verdict.Allow(), List.of(hours(true, LocalTime.of(10, 0))), Set.of()));
    }

    static Decision denial() {
        return new Decision(Instant.EPOCH, new Verdict.Deny(), List.of(hours(false, LocalTime.of(22, 0))), Set.of());
    }

    private static Finding hours(boolean allows, LocalTime local) {
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        return new Finding("FLOOR-HOURS", "floor", "2026-11-24", allows, allows
                ? new Reason.WithinHours(shanghai, local)
                : new Reason.OutsideHours(shanghai, local, LocalTime.of(8, 0), LocalTime.of(20, 0)));
    }

    CaseCard card() {
        List<CaseCard.PastAttempt> history = List.of(
                past(1, "no_answer", null, null, null),
                past(2, "connected", "promise_to_pay", "赵敏", "答应发工资后还 2000 元，约 25 日"),
                past(5, "busy", null, null, null),
                past(8, "connected", "call_back", "周涛", "开会中，请晚上七点后再打"));
        return new CaseCard(new CaseId(5), "CF-2026-000418", "default", new DebtorId(5), "陈建国", "海岸消费金融", "现金分期贷",
                new Money(1_286_450, YUAN), new Money(1_000_000, YUAN), LocalDate.of(2026, 9, 20), 64, 3, "CN-GD",
                "zh-CN", "单位电话已停用；配偶知情，不得向第三方透露欠款。", history);
    }

    /** The same case as the strategies see it. */
    CaseFacts facts() {
        CaseCard card = card();
        return new CaseFacts(card.id(), new DebtorId(5), card.lender(), card.amountDue(), card.dueDate(), 64, 3, 4, 1,
                Map.of());
    }

    private CaseCard.PastAttempt past(int days, String outcome, @Nullable String disposition,
            @Nullable String agent, @Nullable String note) {
        return new CaseCard.PastAttempt(now.minusSeconds(86_400L * days), "138****0001", outcome, disposition, agent,
                note == null ? null : Words.same(note));
    }

    LiveCall live(int serial, CallState state, String caseRef, long agent, String name) {
        return new LiveCall(attempt(serial), state, caseRef, "139****%04d".formatted(4000 + serial),
                agent == 0 ? null : staff(new AgentId(agent), name), null, null);
    }

    /** A floor at work: eight agents, six live calls. */
    FloorSnapshot busyFloor() {
        List<AgentView> agents = List.of(
                me(new AgentState.Ready(ago(12))),
                agent(new AgentId(11), "王磊", new AgentState.OnCall(ago(221), attempt(11))),
                agent(new AgentId(12), "赵敏", new AgentState.OnCall(ago(64), attempt(12))),
                agent(new AgentId(13), "周涛", new AgentState.OnCall(ago(8), attempt(13))),
                agent(new AgentId(14), "吴芳", new AgentState.WrapUp(ago(31), attempt(9))),
                agent(new AgentId(15), "孙悦", new AgentState.Ready(ago(4))),
                agent(new AgentId(16), "何强", new AgentState.OnBreak(ago(1_502), "lunch")),
                agent(new AgentId(17), "马丽", new AgentState.SignedOut(ago(9_000))));
        List<LiveCall> calls = List.of(
                live(11, new CallState.Connected(ago(221)), "CF-2026-000102", 11, "王磊"),
                live(12, new CallState.Connected(ago(64)), "CF-2026-000733", 12, "赵敏"),
                live(13, new CallState.Connected(ago(8)), "CF-2026-000214", 13, "周涛"),
                live(14, new CallState.Ringing(ago(11)), "CF-2026-000541", 0, ""),
                live(15, new CallState.Dialing(ago(1)), "CF-2026-000088", 0, ""));
        return new FloorSnapshot(now, false, List.of(Campaign.in("main", "Main", CampaignMode.PROGRESSIVE)),
                new FloorSnapshot.Links(true, true), agents, calls, Map.of(), Map.of(),
                new FloorSnapshot.Today(1_284, 402, 391, 11, Map.of("CN-GB-TIME", 38L, "CN-CBA-ATT", 12L)), 0.764,
                "2 agents are free and 2 calls are on their way to them.");
    }

    Instant ago(long seconds) {
        return now.minusSeconds(seconds);
    }
}
