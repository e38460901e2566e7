package com.callfloor.dialer.supervision.why;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.AgentLeg;
import com.callfloor.dialer.agents.AgentState;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.Abandonment;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.DialingView;
import com.callfloor.dialer.supervision.DialingView.Gate;
import com.callfloor.dialer.supervision.DialingView.Shut;
import com.callfloor.dialer.supervision.why.CaseTally.Group;
import com.callfloor.dialer.supervision.why.CaseTally.Waits;
import com.callfloor.dialer.trunks.CallerId;
import com.callfloor.dialer.trunks.Trunk;
import com.callfloor.dialer.trunks.TrunkLimits;
import com.callfloor.dialer.trunks.TrunkView;
import com.callfloor.dialer.trunks.TrunkView.CallerIdView;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** One answer for each cause, in both languages. */
class WhyDialingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-02T12:30:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Trunk CARRIER = new Trunk("carrier", 30, 10, List.of());
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    private CampaignMode mode = CampaignMode.PROGRESSIVE;
    private Optional<Shut> shut = Optional.empty();
    private Optional<Words> full = Optional.empty();
    private Optional<Words> pacing = Optional.of(new Words("2 agents free: dial 2 more", "2 名坐席空闲：再拨 2 通"));
    private int room = 10;
    private TrunkView trunk = trunk(new TrunkLimits(30, 10, true), 3, 10, Optional.empty());
    private final List<AgentView> agents = new ArrayList<>(List.of(agent(new AgentState.Ready(NOW), true)));
    private Optional<CaseTally> tally = Optional.of(tally(group(Waits.DUE, 40, null)));
    private Optional<Abandonment> abandoned = Optional.empty();
    private @Nullable WhyDialing why;

    @AfterEach
    void everythingIsSaidInBothLanguages() {
        why().causes().forEach(cause -> {
            assertThat(cause.words().zh()).as(cause.code()).containsPattern(CHINESE);
            assertThat(cause.words().en()).as(cause.code()).doesNotContainPattern(CHINESE);
        });
    }

    @Test
    void whereNothingStandsInTheWayPacingSaysWhySoMany() {
        ask();

        assertThat(why().stopped()).isFalse();
        assertThat(why().headline().en()).isEqualTo("2 agents free: dial 2 more");
        assertThat(said("due")).isEqualTo("40 of 40 open cases are due");
        assertThat(cause("pacing").numbers()).containsEntry("wanted", 2);
    }

    @ParameterizedTest
    @EnumSource(value = Gate.class, names = "PAUSED", mode = EnumSource.Mode.EXCLUDE)
    void aShutGateComesFirst(Gate gate) {
        shut = Optional.of(new Shut(gate, Words.of("shut by %s", "因 %s 关闭", gate)));
        pacing = Optional.empty();
        ask();

        assertThat(why().stopped()).isTrue();
        assertThat(why().causes().getFirst().code()).isEqualTo(gate.code());
        assertThat(why().headline().en()).isEqualTo("shut by " + gate);
    }

    @Test
    void theAnswerComesWithoutTheDatabaseToo() {
        shut = Optional.of(new Shut(Gate.DATABASE, new Words("the database does not answer", "数据库没有响应")));
        tally = Optional.empty();
        ask();

        assertThat(why().causes()).extracting(Cause::code).contains("database", "cases_unknown");
    }

    @Test
    void aPausedCampaignSaysSoAlone() {
        mode = CampaignMode.PAUSED;
        shut = Optional.of(new Shut(Gate.PAUSED, new Words("the campaign is paused", "活动已暂停")));
        ask();

        assertThat(why().causes()).filteredOn(Cause::stops).extracting(Cause::code).containsExactly("paused");
    }

    @Test
    void inManualModeAgentsChoose() {
        mode = CampaignMode.MANUAL;
        ask();

        assertThat(why().headline().en()).startsWith("agents choose whom to call");
    }

    @Test
    void withoutAReadyAgentNobodyIsCalled() {
        agents.clear();
        agents.add(agent(new AgentState.OnBreak(NOW, "lunch"), true));
        agents.add(agent(new AgentState.SignedOut(NOW), false));
        ask();

        assertThat(why().headline().en()).isEqualTo("no agent is ready: 1 on break, 1 signed out");
        assertThat(cause("no_agents").numbers()).containsEntry("break", 1).containsEntry("signed_out", 1);
    }

    @Test
    void busyAgentsStopProgressiveDialingAndNotThatWhichDialsAhead() {
        agents.clear();
        agents.add(agent(new AgentState.OnCall(NOW, AttemptId.next(NOW, new java.util.Random(1))), true));
        ask();
        assertThat(cause("agents_busy").stops()).isTrue();

        mode = CampaignMode.PREDICTIVE;
        ask();
        assertThat(cause("agents_busy").stops()).isFalse();
    }

    @Test
    void aReadyAgentWhoseHeadsetIsDownIsNamed() {
        agents.clear();
        agents.add(agent(new AgentState.Ready(NOW), false));
        ask();

        assertThat(why().headline().en()).isEqualTo("1 agents are ready, but their headsets are not connected");
    }

    @Test
    void casesThatWaitAreCountedByWhatTheyWaitForAndUntilWhen() {
        tally = Optional.of(tally(rule(DenialKind.HOURS, "CN-TIME", 700), rule(DenialKind.CAP, "CN-COUNT", 200),
                rule(DenialKind.DO_NOT_CALL, "FLOOR-DNC", 12), group(Waits.CALL_BACK, 9, LATER),
                group(Waits.AGREED, 8, LATER), group(Waits.REST, 7, LATER), group(Waits.ASLEEP, 6, null),
                group(Waits.LATER, 5, LATER), group(Waits.KEPT, 1, NOW)));
        ask();

        assertThat(why().headline().en()).isEqualTo("none of 948 open cases may be called now; the first is due 18:00");
        assertThat(cause("hours").words()).isEqualTo(new Words(
                "700 cases are outside permitted hours (rule CN-TIME), the first until 20:30",
                "700 件不在允许时段内（规则 CN-TIME），最早至 20:30"));
        assertThat(cause("hours").rule()).contains("CN-TIME");
        assertThat(cause("hours").until()).contains(LATER);
        assertThat(said("cap")).startsWith("200 cases were called often enough for now (rule CN-COUNT)");
        assertThat(said("do_not_call")).startsWith("12 cases are on a do-not-call list");
        assertThat(said("call_back")).isEqualTo("9 cases wait for the time of a call-back, the first until 20:30");
        assertThat(why().causes()).extracting(Cause::code)
                .contains("agreed", "rest", "asleep", "later", "kept");
    }

    @Test
    void aCampaignWithoutCasesSaysSo() {
        tally = Optional.of(tally());
        ask();

        assertThat(why().headline().zh()).isEqualTo("活动中没有未结案件");
    }

    @Test
    void theCampaignsOwnLimitStops() {
        full = Optional.of(new Words("the campaign's own limit is 1 calls at once", "活动自身上限为同时 1 通"));
        ask();

        assertThat(cause("campaign_limit").stops()).isTrue();
    }

    @Test
    void aTrunkThatIsOffFullOrRestingIsNamed() {
        room = 0;
        trunk = trunk(new TrunkLimits(30, 10, false), 3, 0, Optional.empty());
        ask();
        assertThat(why().causes()).filteredOn(Cause::stops).extracting(Cause::code).containsExactly("trunks_full");
        assertThat(said("trunk_off")).isEqualTo("trunk carrier is switched off");

        trunk = trunk(new TrunkLimits(30, 10, true), 30, 0, Optional.empty());
        ask();
        assertThat(said("trunk_lines")).isEqualTo("all 30 lines of trunk carrier are in use");

        trunk = trunk(new TrunkLimits(30, 10, true), 3, 0, Optional.empty());
        ask();
        assertThat(said("trunk_rate")).isEqualTo("trunk carrier is at its 10.0 calls a second");

        trunk = trunk(new TrunkLimits(30, 10, true), 3, 0, Optional.of(LATER));
        ask();
        assertThat(said("trunk_rests")).isEqualTo("trunk carrier rests until 20:30 after cause 34");
    }

    @Test
    void callerIdsThatRestAreCounted() {
        var resting = new CallerId(new PhoneNumber("+862160000001"), Set.of("*"));
        trunk = new TrunkView(CARRIER, TrunkLimits.of(CARRIER), 3, 10, Optional.empty(), Optional.empty(),
                Optional.empty(),
                List.of(new CallerIdView(resting, 0, 0, Optional.of(LATER))));
        ask();

        assertThat(cause("caller_ids_rest").numbers()).containsEntry("resting", 1).containsEntry("caller_ids", 1);
        assertThat(why().stopped()).isFalse();
    }

    @Test
    void abandonedCallsNearTheTargetSaySo() {
        mode = CampaignMode.PREDICTIVE;
        abandoned = Optional.of(abandonment(3));
        ask();
        assertThat(said("abandonment_near_target"))
                .isEqualTo("abandoned: 3.00 % of the answered in 24 hours, 3.00 % in 30"
                        + " days; the target is 3.00 %, so hardly a call is dialed ahead");

        abandoned = Optional.of(abandonment(1));
        ask();
        assertThat(said("abandonment")).endsWith("the target is 3.00 %");
    }

    private void ask() {
        why = WhyDialing.of(new WhyDialing.Facts(
                new DialingView(Campaign.in("main", "Main", mode), false, shut, 3, 2, 2, pacing, full, room,
                        List.of(trunk)),
                agents, tally, abandoned, 0.03, NOW, SHANGHAI));
    }

    private Cause cause(String code) {
        return why().causes().stream().filter(cause -> cause.code().equals(code)).findFirst().orElseThrow();
    }

    private String said(String code) {
        return cause(code).words().en();
    }

    private static CaseTally tally(Group... groups) {
        return new CaseTally(List.of(groups));
    }

    private static Group group(Waits waits, long cases, @org.jspecify.annotations.Nullable Instant earliest) {
        return new Group(waits, Optional.empty(), Optional.empty(), cases, Optional.ofNullable(earliest));
    }

    private static Group rule(DenialKind kind, String rule, long cases) {
        return new Group(Waits.RULE, Optional.of(kind), Optional.of(rule), cases, Optional.of(LATER));
    }

    private static TrunkView trunk(TrunkLimits limits, int inUse, int room, Optional<Instant> rests) {
        return new TrunkView(CARRIER, limits, inUse, room, rests, rests.map(at -> new Words("cause 34", "释放码 34")),
                Optional.empty(), List.of());
    }

    private static AgentView agent(AgentState state, boolean up) {
        AgentLeg leg = up
                ? new AgentLeg.Up(new LegId(new AgentId(1), 1), NOW)
                : new AgentLeg.Down(NOW);
        return new AgentView(new Agent(new AgentId(1), "ann", "Ann", new Extension("1001")), state, leg, null);
    }

    /** So many of 100 answered calls were abandoned. */
    private static Abandonment abandonment(int lost) {
        var count = new Abandonment.Count(100 - lost, lost, 0, 0);
        return new Abandonment(count, count, Optional.empty(), List.of(new Abandonment.Day(LocalDate.EPOCH, count)), 0);
    }

    private WhyDialing why() {
        return Objects.requireNonNull(why, "ask() first");
    }
}
