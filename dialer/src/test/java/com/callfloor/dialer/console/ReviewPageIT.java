package com.callfloor.dialer.console;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.quality.ShippedQuality;
import com.callfloor.dialer.quality.card.Answer;
import com.callfloor.dialer.quality.card.Item;
import com.callfloor.dialer.quality.card.Scorecard;
import com.callfloor.dialer.quality.card.Scoring;
import com.callfloor.dialer.quality.review.Content;
import com.callfloor.dialer.quality.review.Content.Answered;
import com.callfloor.dialer.quality.review.Note;
import com.callfloor.dialer.quality.review.Person;
import com.callfloor.dialer.quality.review.Review;
import com.callfloor.dialer.quality.review.ReviewBook;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.staff.Role;
import com.callfloor.recorder.audio.RecordingFormat;
import com.microsoft.playwright.Locator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ReviewPageIT {
    /** What FakeRecordings says that every recording is long. */
    private static final double SECONDS = 61.25;
    private static final Scorecard CARD = ShippedQuality.debtorCard();

    private final Chromium chromium = new Chromium();
    private final Stage stage = new Stage();
    private ConsolePage console;

    ReviewPageIT() throws IOException {
        console = chromium.english(stage);
        stage.recordings().recordings.addAll(RecordingsPageIT.recordings(Instant.now()));
        stage.recordings().mediaType = RecordingFormat.OPUS.mediaType();
        stage.recordings().sound = Tone.of((int) SECONDS, RecordingFormat.OPUS);
        stage.reviews().recorded.addAll(Set.of(Cast.attempt(8), Cast.attempt(7), Cast.attempt(5)));
        stage.reviews().agent = new Person(stage.userId(Role.AGENT), "李静");
    }

    @AfterEach
    void freshWindow() {
        console.close();
        console = chromium.english(stage);
    }

    @AfterAll
    void close() throws IOException {
        stage.close();
        chromium.close();
    }

    @Test
    void aReviewerPlaysSeeksNotesScoresAndSubmits() {
        console.signIn(Role.QA);
        console.part("review-" + Cast.attempt(8)).click();
        console.part("card-debtor").click();
        // It pushes what is below it down when it comes.
        assertThat(console.part("lanes")).isVisible();
        console.part("play").click();
        await().until(() -> number("audio.currentTime") > 0.1);
        console.press("KeyK");
        await().until(() -> truth("audio.paused"));

        Locator lanes = console.part("lanes");
        lanes.click(new Locator.ClickOptions().setPosition(lanes.boundingBox().width / 4, 40));
        await().untilAsserted(
                () -> assertThat(number("audio.currentTime")).isCloseTo(SECONDS / 4, Offset.offset(0.2)));
        double sought = number("audio.currentTime");
        console.press("ArrowRight");
        await().untilAsserted(
                () -> assertThat(number("audio.currentTime")).isCloseTo(sought + 5, Offset.offset(0.05)));
        console.press("Digit9");
        await().until(() -> number("audio.playbackRate") == 3);

        console.press("KeyN");
        assertThat(console.part("note-0").locator("textarea")).isFocused();
        console.page.keyboard().type("Says who calls at once");
        console.press("Enter");
        console.part("submit").click();
        assertThat(console.part("submit-ask")).containsText("Says who is calling and for whom");
        assertThat(console.part("submit-sure")).isDisabled();
        console.page.getByText("Cancel").click();
        CARD.weighted().forEach(item -> answer(item, "yes", "4"));
        console.part("never-none").click();
        assertThat(console.part("score").first()).containsText("91");
        console.part("submit").click();
        console.part("submit-sure").click();

        assertThat(console.part("review-state")).containsText("Submitted");
        Review kept = reviewOf(8);
        assertThat(kept.latest().result().orElseThrow().score()).isEqualByComparingTo("91");
        Note note = kept.latest().content().notes().getFirst();
        assertThat(note.text()).isEqualTo("Says who calls at once");
        assertThat(note.atMs() / 1000.0).isCloseTo(sought + 5, Offset.offset(0.1));
    }

    @Test
    void aDraftIsSavedByItselfAndFoundAgain() {
        console.signIn(Role.QA).open("/reviews?recording=" + Cast.attempt(7));
        console.part("card-debtor").click();
        console.part("item-threat").locator("[data-answer='yes']").click();
        assertThat(console.part("score").first()).containsText("0");
        assertThat(console.part("save-state")).containsText("Saved");

        console.open("/reviews");
        console.part("drafts").locator("tbody tr").first().click();

        assertThat(console.part("item-threat").locator("[data-answer='yes']")).hasAttribute("aria-checked", "true");
    }

    @Test
    void anAgentReadsAppeals_andASecondReviewerDecides() throws Scoring.Unscorable {
        long id = submitted();
        console.signIn(Role.AGENT);
        console.part("nav-my-reviews").click();
        console.part("own-" + id).click();
        Locator own = console.part("own-review");
        assertThat(own).containsText("Talks over the debtor");
        assertThat(own).not().containsText("Look at the next call too");
        console.part("acknowledge").click();
        assertThat(own).containsText("Read by the agent");

        console.part("appeal-open").click();
        console.part("appeal-send").click();
        assertThat(own).containsText("Say what is wrong.");
        console.part("appeal-text").fill("The line was bad.");
        console.part("appeal-send").click();
        assertThat(own).containsText("Appealed");

        freshWindow();
        console.signIn(Role.QA).open("/reviews/" + id);
        assertThat(console.part("appeal")).containsText("somebody else decides");
        freshWindow();
        console.signIn(Role.SUPERVISOR).open("/reviews");
        console.part("appeals").locator("tbody tr").first().click();
        assertThat(console.part("appeal")).containsText("The line was bad.");
        console.part("uphold").click();
        console.page.locator(".el-message-box__input input").fill("Both sides are well heard.");
        console.press("Enter");

        assertThat(console.part("review-state")).containsText("it stands");
        assertThat(stage.reviews().byId(id).orElseThrow().state().code()).isEqualTo("upheld");
    }

    private void answer(Item.Weighted item, String yes, String points) {
        String said = item.scale() instanceof Item.Scale.YesNo ? yes : points;
        console.part("item-" + item.id()).locator("[data-answer='" + said + "']").click();
    }

    private long submitted() throws Scoring.Unscorable {
        Person reviewer = new Person(stage.userId(Role.QA), "The qa");
        Instant at = Instant.parse("2026-03-01T02:00:00Z");
        Map<String, Answered> answers = new LinkedHashMap<>();
        CARD.weighted()
                .forEach(item -> answers.put(item.id(), new Answered(new Answer.NotApplicable(),
                        Optional.empty())));
        answers.put("identifies", new Answered(new Answer.Yes(), Optional.empty()));
        CARD.never().forEach(item -> answers.put(item.id(), new Answered(new Answer.No(), Optional.empty())));
        Content content = new Content(answers, List.of(new Note(4_000, "Talks over the debtor", true),
                new Note(9_000, "Look at the next call too", false)), Optional.of("Good opening"));
        Scoring.Result result = Scoring.score(CARD, content.plain());
        long id = stage.reviews().open(Cast.attempt(5), CARD, reviewer, at).orElseThrow().id();
        stage.reviews().change(id, review -> review.save(reviewer, at, content).submit(reviewer, at, result));
        return id;
    }

    private Review reviewOf(int serial) {
        return stage.reviews()
                .page(new ReviewBook.Filter(Optional.empty(), Optional.empty(),
                        Optional.of(Cast.attempt(serial)), Optional.empty(), true, Scope.ALL), Optional.empty(), 1)
                .getFirst();
    }

    private double number(String expression) {
        return ((Number) evaluate(expression)).doubleValue();
    }

    private boolean truth(String expression) {
        return (Boolean) evaluate(expression);
    }

    private Object evaluate(String expression) {
        return console.page.evaluate("() => { const audio = document.querySelector('audio'); return " + expression
                + " }");
    }
}
