package com.callfloor.dialer.supervision.alerts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.callfloor.dialer.supervision.alerts.FloorFigures.AbandonmentFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.AgentFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.AnswerFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.CampaignFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.RecordingFigures;
import com.callfloor.dialer.supervision.alerts.FloorFigures.TrunkFigures;
import com.callfloor.dialer.words.Words;

/** Says of the floor's figures what is bad, and what is not fine again yet. What is fine it does not mention. */
public final class AlertRules {
    /** Fine again is this much better than what is bad, so that an alert does not come and go with every call. */
    private static final double CLEARLY = 0.85;

    private final AlertSettings settings;

    public AlertRules(AlertSettings settings) {
        this.settings = settings;
    }

    public List<Concern> concerns(FloorFigures figures) {
        List<Concern> found = new ArrayList<>();
        for (CampaignFigures campaign : figures.campaigns()) {
            abandonment(campaign).ifPresent(found::add);
            answers(campaign).ifPresent(found::add);
            cadence(campaign).ifPresent(found::add);
        }
        figures.trunks().stream().flatMap(trunk -> trunk(trunk).stream()).forEach(found::add);
        figures.lostRegistrations()
                .forEach((server, why) -> found.add(new Concern(AlertKind.TRUNK, server, server, true, why(why))));
        recordings(figures.recordings()).ifPresent(found::add);
        figures.recordingTrouble()
                .ifPresent(why -> found.add(new Concern(AlertKind.RECORDING, "", "", true, why(why))));
        figures.agents()
                .stream()
                .flatMap(agent -> agent(agent, Duration.between(agent.since(), figures.at())).stream())
                .forEach(found::add);
        return found;
    }

    private Optional<Concern> abandonment(CampaignFigures campaign) {
        double near = campaign.cap() * settings.abandonmentNear();
        return campaign.abandonment()
                .stream()
                .filter(window -> window.answered() >= settings.leastAnswered() && window.rate() > near * CLEARLY)
                .max(Comparator.comparingDouble(AbandonmentFigures::rate))
                .map(window -> of(AlertKind.ABANDONMENT, campaign, window.rate() >= near,
                        Map.of("share", window.rate(), "cap", campaign.cap(), "window",
                                window.window().toSeconds(), "calls", Math.round(window.answered()))));
    }

    private Optional<Concern> answers(CampaignFigures campaign) {
        AnswerFigures answers = campaign.answers();
        if (answers.calls() < settings.leastCalls() || answers.callsBefore() < settings.leastCalls()) {
            return Optional.empty();
        }
        double before = (double) answers.answeredBefore() / answers.callsBefore();
        double lately = (double) answers.answered() / answers.calls();
        double alarming = before * settings.answerRateFall();
        return lately < alarming / CLEARLY
                ? Optional.of(of(AlertKind.ANSWER_RATE, campaign, lately < alarming,
                        Map.of("share", lately, "before", before, "calls", answers.calls())))
                : Optional.empty();
    }

    private Optional<Concern> cadence(CampaignFigures campaign) {
        long behind = campaign.cases() - campaign.met();
        if (behind < settings.leastCases()) {
            return Optional.empty();
        }
        double share = (double) behind / campaign.cases();
        return share > settings.casesBehind() * CLEARLY
                ? Optional.of(of(AlertKind.CADENCE, campaign, share >= settings.casesBehind(),
                        Map.of("share", share, "cases", behind)))
                : Optional.empty();
    }

    private static Concern of(AlertKind kind, CampaignFigures campaign, boolean bad, Map<String, Object> figures) {
        return new Concern(kind, campaign.id(), campaign.name(), bad, figures);
    }

    /** One that proves itself after a trouble is not fine again yet. */
    private static Optional<Concern> trunk(TrunkFigures trunk) {
        return Stream.concat(trunk.unreachable().stream(), trunk.trouble().stream())
                .reduce(Words::and)
                .map(why -> new Concern(AlertKind.TRUNK, trunk.name(), trunk.name(),
                        trunk.backsOff() || trunk.unreachable().isPresent(), why(why)));
    }

    /** What is flawed stays in the figures for an hour; until then it is not fine again. */
    private Optional<Concern> recordings(RecordingFigures recordings) {
        return recordings.flawed() == 0
                ? Optional.empty()
                : Optional.of(new Concern(AlertKind.RECORDING_FLAWS, "", "",
                        recordings.flawed() >= settings.leastRecordings(), Map.of("missing", recordings.missing(),
                                "too_short", recordings.tooShort(), "one_sided", recordings.oneSided())));
    }

    private static Map<String, Object> why(Words why) {
        return Map.of("why", why.en(), "why_zh", why.zh());
    }

    private Optional<Concern> agent(AgentFigures agent, Duration time) {
        Optional<Duration> allowed = agent.breakReason()
                .map(reason -> Optional.ofNullable(settings.longestBreak().get(reason)))
                .orElse(Optional.of(settings.longestWrapUp()));
        return allowed.filter(longest -> time.compareTo(longest) > 0)
                .map(longest -> new Concern(AlertKind.AGENT_STATE, Long.toString(agent.id()), agent.name(), true,
                        Map.of("state", agent.breakReason().isPresent() ? "break" : "wrap_up", "seconds",
                                time.toSeconds(), "allowed", longest.toSeconds())));
    }
}
