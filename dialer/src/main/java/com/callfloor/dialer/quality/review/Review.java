package com.callfloor.dialer.quality.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.card.Scoring.Result;
import com.callfloor.dialer.quality.review.Step.Kind;
import com.callfloor.dialer.words.Words;

/**
 * One review of one recorded call, with all that ever happened to it. Every step makes a new value; what a version holds
 * that was submitted no step changes.
 *
 * @param agent who spoke on the call; empty if nobody of the floor did
 * @param reviewer who opened it
 * @param calibration the session that it was scored blind for; such a one is not the agent's business
 * @param versions the first one first, one at least
 * @param steps the first one first, one at least
 */
public record Review(long id, AttemptId recording, String caseRef, Optional<Person> agent, String card,
        String cardVersion, Person reviewer, Optional<Long> calibration, List<Version> versions, List<Step> steps) {
    public Review {
        versions = List.copyOf(versions);
        steps = List.copyOf(steps);
    }

    public ReviewState state() {
        return ReviewState.after(steps.getLast());
    }

    public Version latest() {
        return versions.getLast();
    }

    /** Replaces what a draft holds. */
    public Review save(Person by, Instant at, Content content) {
        draftOf(by);
        Version draft = latest();
        return with(List.of(new Version(draft.number(), by, at, Optional.empty(), content, Optional.empty())), steps);
    }

    /** Submits what the draft holds; {@code result} is what its answers make. */
    public Review submit(Person by, Instant at, Result result) {
        draftOf(by);
        return with(List.of(new Version(1, by, at, Optional.empty(), latest().content(), Optional.of(result))),
                then(Kind.SUBMITTED, by, at, Optional.empty()));
    }

    /** A new version by whoever noticed a mistake, unless an appeal is open or decided. */
    public Review correct(Person by, Instant at, String why, Content content, Result result) {
        ordinary();
        switch (state()) {
            case ReviewState.Submitted state -> {
            }
            case ReviewState.Acknowledged state -> {
            }
            case ReviewState.Draft state -> throw new NotNow("It is a draft yet: save it instead.", "尚为草稿，请直接保存。");
            case ReviewState.Appealed state ->
                throw new NotNow("The agent has appealed: decide about that.", "坐席已申诉，请先裁定申诉。");
            case ReviewState.Upheld state ->
                throw new NotNow("An appeal was decided; the review is final.", "申诉已裁定，评分为最终结果。");
            case ReviewState.Changed state ->
                throw new NotNow("An appeal was decided; the review is final.", "申诉已裁定，评分为最终结果。");
        }
        return with(next(by, at, why, content, result), then(Kind.CORRECTED, by, at, Optional.of(why)));
    }

    /** The agent has read it. */
    public Review acknowledge(Person by, Instant at) {
        ordinary();
        if (state() instanceof ReviewState.Submitted) {
            return with(versions, then(Kind.ACKNOWLEDGED, by, at, Optional.empty()));
        }
        throw new NotNow(Words.of("It is %s: only a submitted review is acknowledged.", "状态为 %s：只有已提交的评分可以确认。",
                state().code()));
    }

    /** The agent objects; possible for {@code within} from when the latest version was made. */
    public Review appeal(Person by, Instant at, String text, Duration within) {
        ordinary();
        switch (state()) {
            case ReviewState.Submitted state -> {
            }
            case ReviewState.Acknowledged state -> {
            }
            default -> throw new NotNow(Words.of("It is %s: an appeal is possible once, about a submitted review.",
                    "状态为 %s：只能对已提交的评分申诉一次。", state().code()));
        }
        if (at.isAfter(appealUntil(within))) {
            throw new NotNow(Words.of("An appeal was possible until %s.", "申诉期限为 %s，已过。", appealUntil(within)));
        }
        return with(versions, then(Kind.APPEALED, by, at, Optional.of(text)));
    }

    /** The last instant at which the agent may appeal. */
    public Instant appealUntil(Duration within) {
        return latest().at().plus(within);
    }

    /** A second reviewer finds that the review stands. */
    public Review uphold(Person by, Instant at, String why) {
        second(by);
        return with(versions, then(Kind.UPHELD, by, at, Optional.of(why)));
    }

    /** A second reviewer writes another version. */
    public Review change(Person by, Instant at, String why, Content content, Result result) {
        second(by);
        return with(next(by, at, why, content, result), then(Kind.CHANGED, by, at, Optional.of(why)));
    }

    private void ordinary() {
        if (calibration.isPresent()) {
            throw new NotNow("It was scored for a calibration session and counts for nobody.", "此评分用于校准，不计入任何人。");
        }
    }

    private void draftOf(Person by) {
        if (!(state() instanceof ReviewState.Draft)) {
            throw new NotNow("It was submitted. A correction is a new version: send it to .../corrections.",
                    "已提交；更正须作为新版本提交。");
        }
        if (by.id() != reviewer.id()) {
            throw new NotNow(Words.of("It is the draft of %s.", "这是 %s 的草稿。", reviewer.name()));
        }
    }

    /** Nobody decides about an appeal against what they wrote themselves. */
    private void second(Person by) {
        if (!(state() instanceof ReviewState.Appealed)) {
            throw new NotNow(Words.of("It is %s: there is no open appeal.", "状态为 %s：没有待裁定的申诉。", state().code()));
        }
        if (by.id() == reviewer.id() || versions.stream().anyMatch(version -> version.by().id() == by.id())) {
            throw new NotNow("You wrote it: somebody else decides about the appeal.", "评分由您作出，申诉须由他人裁定。");
        }
    }

    private List<Version> next(Person by, Instant at, String why, Content content, Result result) {
        List<Version> all = new ArrayList<>(versions);
        all.add(new Version(latest().number() + 1, by, at, Optional.of(why), content, Optional.of(result)));
        return all;
    }

    private List<Step> then(Kind kind, Person by, Instant at, Optional<String> text) {
        List<Step> all = new ArrayList<>(steps);
        all.add(new Step(kind, by, at, text));
        return all;
    }

    private Review with(List<Version> made, List<Step> done) {
        return new Review(id, recording, caseRef, agent, card, cardVersion, reviewer, calibration, made, done);
    }
}
