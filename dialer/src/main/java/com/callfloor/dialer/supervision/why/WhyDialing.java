package com.callfloor.dialer.supervision.why;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.Abandonment;
import com.callfloor.dialer.supervision.AgentView;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.DialingView;
import com.callfloor.dialer.words.Words;

/**
 * Why a campaign's calls are as many as they are: what stops them first, then what bounds them, then pacing's own words.
 *
 * @param causes those that stop come first
 * @param tally the campaign's cases; empty while the database does not tell
 */
public record WhyDialing(DialingView floor, List<Cause> causes, Optional<CaseTally> tally, AgentCounts agents) {
    public WhyDialing {
        causes = List.copyOf(causes);
    }

    /**
     * What is known of one campaign.
     *
     * @param tally empty: the database did not answer
     * @param abandoned its abandoned calls; empty: not asked, or not told
     * @param abandonTarget the share that may be abandoned
     * @param zone in which instants are told
     */
    public record Facts(DialingView floor, List<AgentView> agents, Optional<CaseTally> tally,
            Optional<Abandonment> abandoned, double abandonTarget, Instant now, ZoneId zone) {
        public Facts {
            agents = List.copyOf(agents);
        }
    }

    public static WhyDialing of(Facts facts) {
        AgentCounts agents = AgentCounts.of(facts.agents());
        List<Cause> causes = new ArrayList<>();
        gate(facts.floor()).ifPresent(causes::add);
        mode(facts.floor()).ifPresent(causes::add);
        causes.addAll(agents.causes(facts.floor().campaign().mode()));
        facts.tally().ifPresent(tally -> causes.addAll(new CaseCauses(tally, facts.now(), facts.zone()).all()));
        if (facts.tally().isEmpty()) {
            causes.add(Cause.telling("cases_unknown",
                    new Words("how many cases are due is not known: the database does not tell",
                            "数据库没有响应，无法得知有多少案件到期")));
        }
        own(facts.floor()).ifPresent(causes::add);
        causes.addAll(new TrunkCauses(facts.floor(), facts.now(), facts.zone()).all());
        abandonment(facts).ifPresent(causes::add);
        facts.floor()
                .pacing()
                .ifPresent(words -> causes.add(Cause.telling("pacing", words)
                        .with("wanted", facts.floor().wanted())
                        .with("calls", facts.floor().calls())
                        .with("ringing", facts.floor().ringing())));
        causes.sort(Comparator.comparing(cause -> !cause.stops()));
        return new WhyDialing(facts.floor(), causes, facts.tally(), agents);
    }

    /** Whether nothing is dialed. */
    public boolean stopped() {
        return causes.stream().anyMatch(Cause::stops);
    }

    /** The one sentence: what stops all calls, or, where nothing does, why these many. */
    public Words headline() {
        return causes.stream()
                .filter(Cause::stops)
                .findFirst()
                .or(() -> causes.stream().filter(cause -> cause.code().equals("pacing")).findFirst())
                .map(Cause::words)
                .orElseGet(() -> new Words("nothing stands in the way", "没有任何阻碍"));
    }

    private static Optional<Cause> gate(DialingView floor) {
        return floor.shut()
                .filter(shut -> shut.gate() != DialingView.Gate.PAUSED)
                .map(shut -> Cause.stopping(shut.gate().code(), shut.words()));
    }

    private static Optional<Cause> mode(DialingView floor) {
        CampaignMode mode = floor.campaign().mode();
        if (mode == CampaignMode.PAUSED) {
            return Optional.of(Cause.stopping("paused", new Words("the campaign is paused", "活动已暂停")));
        }
        if (mode == CampaignMode.MANUAL) {
            return Optional.of(Cause.stopping("manual",
                    new Words("agents choose whom to call; nothing is dialed by itself", "由坐席选择拨打对象，系统不自动拨打")));
        }
        return floor.givesCases()
                ? Optional.of(Cause.telling("agents_first",
                        new Words("each case is before a free agent first; its call follows", "案件先分给空闲坐席，随后才拨打")))
                : Optional.empty();
    }

    private static Optional<Cause> own(DialingView floor) {
        return floor.full()
                .map(words -> Cause.stopping("campaign_limit", words)
                        .with("calls", floor.calls())
                        .with("ringing", floor.ringing()));
    }

    /** Abandoned calls bound what is dialed long before they stop it: only calls with an agent of their own are left. */
    private static Optional<Cause> abandonment(Facts facts) {
        CampaignMode mode = facts.floor().campaign().mode();
        if (mode != CampaignMode.PREDICTIVE && mode != CampaignMode.RATIO) {
            return Optional.empty();
        }
        return facts.abandoned().map(found -> {
            double day = found.last24Hours().rate();
            double month = found.last30Days().rate();
            double target = facts.abandonTarget();
            boolean near = Math.max(day, month) >= target * 0.9;
            return Cause.telling(near ? "abandonment_near_target" : "abandonment", Words.of(
                    "abandoned: %1$.2f %% of the answered in 24 hours, %2$.2f %% in 30 days; the target is %3$.2f %%"
                            + (near ? ", so hardly a call is dialed ahead" : ""),
                    "呼损：24 小时内为接听的 %1$.2f%%，30 天内 %2$.2f%%；目标 %3$.2f%%" + (near ? "，因此几乎不超前拨打" : ""),
                    day * 100, month * 100, target * 100))
                    .with("last_24_hours", day)
                    .with("last_30_days", month)
                    .with("target", target);
        });
    }
}
