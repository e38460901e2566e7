package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.List;

import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is let in as a phone in a browser, and when they hear of it. */
class PhoneAdmissionsTest extends FloorScenario {
    private static final Extension PHONE = new Extension("91001");

    private void admitted(FakePbx.Admission admission) {
        tell(new PbxEvent.PhoneAdmitted(now(), admission.request()));
    }

    @Test
    void whoeverAsksIsAnsweredOnceThePbxKnowsTheSecret() {
        Floor floor = openFloor(List.of());

        var reply = asked(floor.admitPhone(PHONE, "first"));

        assertThat(pbx.admissions).extracting(FakePbx.Admission::secret).containsExactly("first");
        assertThat(reply).isNotDone();
        admitted(pbx.admissions.getFirst());
        assertThat(reply).isCompletedWithValue(new Accepted());
    }

    @Test
    void ofOnePhoneOneRequestIsUnderWayAndTheLatestWins() {
        Floor floor = openFloor(List.of());
        var first = asked(floor.admitPhone(PHONE, "first"));
        var second = asked(floor.admitPhone(PHONE, "second"));
        var third = asked(floor.admitPhone(PHONE, "third"));
        assertThat(pbx.admissions).hasSize(1);
        assertThat(why(second)).contains("another page");

        admitted(pbx.admissions.getFirst());
        assertThat(first).isCompletedWithValue(new Accepted());
        admitted(pbx.admissions.getLast());

        assertThat(pbx.admissions).extracting(FakePbx.Admission::secret).containsExactly("first", "third");
        assertThat(third).isCompletedWithValue(new Accepted());
    }

    @Test
    void whatThePbxRefusesOrDoesNotConfirmIsSaidInWords() {
        Floor floor = openFloor(List.of());
        var refused = asked(floor.admitPhone(PHONE, "first"));
        tell(new PbxEvent.PhoneNotAdmitted(now(), pbx.admissions.getLast().request(), Words.same("no permission")));
        assertThat(why(refused)).isEqualTo("no permission");

        var unanswered = asked(floor.admitPhone(PHONE, "second"));
        clock.pass(Duration.ofSeconds(6));
        thread.tick();

        assertThat(why(unanswered)).contains("callfloor-phones");
        var third = asked(floor.admitPhone(PHONE, "third"));
        admitted(pbx.admissions.get(1));
        assertThat(third).as("answered by what came too late for the second").isNotDone();
    }

    @Test
    void withoutALinkNobodyWaits() {
        Floor floor = openFloor(List.of());
        var underWay = asked(floor.admitPhone(PHONE, "first"));
        tell(new PbxEvent.LinkDown(now(), Words.same("pulled")));

        assertThat(why(underWay)).contains("down");
        assertThat(why(asked(floor.admitPhone(PHONE, "second")))).contains("down");
        assertThat(pbx.admissions).hasSize(1);
    }

    @Test
    void aPhoneThatIsBarredWhileThePbxIsAwayIsBarredOnceItIsBack() {
        Floor floor = openFloor(List.of());
        floor.barPhone(PHONE, "nobody's");
        thread.runAll();
        tell(new PbxEvent.LinkDown(now(), Words.same("pulled")));
        link(List.of(), List.of());
        clock.pass(Duration.ofSeconds(6));
        thread.tick();

        assertThat(pbx.admissions).extracting(FakePbx.Admission::secret).containsExactly("nobody's", "nobody's");
        admitted(pbx.admissions.getLast());
        clock.pass(Duration.ofSeconds(20));
        thread.tick();
        assertThat(pbx.admissions).hasSize(2);
    }

    @Test
    void aPageThatComesAfterTheBarIsNotShutOutByIt() {
        Floor floor = openFloor(List.of());
        floor.barPhone(PHONE, "nobody's");
        thread.runAll();
        var page = asked(floor.admitPhone(PHONE, "the next page's"));

        tell(new PbxEvent.PhoneNotAdmitted(now(), pbx.admissions.getFirst().request(), Words.same("busy")));
        admitted(pbx.admissions.getLast());
        clock.pass(Duration.ofSeconds(20));
        thread.tick();

        assertThat(page).isCompletedWithValue(new Accepted());
        assertThat(pbx.admissions).extracting(FakePbx.Admission::secret).containsExactly("nobody's", "the next page's");
    }

    @Test
    void aPageThatIsNotLetInLeavesTheBarBeforeItToBeDone() {
        Floor floor = openFloor(List.of());
        var old = asked(floor.admitPhone(PHONE, "first"));
        floor.barPhone(PHONE, "nobody's");
        thread.runAll();
        var page = asked(floor.admitPhone(PHONE, "the next page's"));
        admitted(pbx.admissions.getFirst());
        assertThat(old).isCompletedWithValue(new Accepted());

        tell(new PbxEvent.PhoneNotAdmitted(now(), pbx.admissions.getLast().request(), Words.same("busy")));
        assertThat(why(page)).isNotEmpty();
        clock.pass(Duration.ofSeconds(6));
        thread.tick();

        assertThat(pbx.admissions).extracting(FakePbx.Admission::secret)
                .containsExactly("first", "the next page's", "nobody's");
    }

    @Test
    void soItIsWhereTheBarWasUnderWayOrTheLinkIsLost() {
        Floor floor = openFloor(List.of());
        floor.barPhone(PHONE, "nobody's");
        thread.runAll();
        var page = asked(floor.admitPhone(PHONE, "the next page's"));
        tell(new PbxEvent.PhoneNotAdmitted(now(), pbx.admissions.getFirst().request(), Words.same("busy")));

        tell(new PbxEvent.LinkDown(now(), Words.same("pulled")));
        assertThat(why(page)).contains("down");
        link(List.of(), List.of());
        clock.pass(Duration.ofSeconds(6));
        thread.tick();

        assertThat(pbx.admissions).extracting(FakePbx.Admission::secret)
                .containsExactly("nobody's", "the next page's", "nobody's");
    }
}
