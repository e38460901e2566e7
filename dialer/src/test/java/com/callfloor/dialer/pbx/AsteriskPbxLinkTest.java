package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.floor.PbxEvent;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** How the link comes up, is lost and comes back. */
class AsteriskPbxLinkTest extends FakeAmiFixture {
    @Test
    void nothingIsToldBeforeTheLinkIsUpAndWhatLivesIsKnown() throws IOException {
        ami.channels.add(listed(ATTEMPT.toString(), "6", "bridge-1"));
        ami.channels.add(listed(LEG.toString(), "6", "bridge-1"));
        ami.channels.add(listed("1700000000.1", "6", "bridge-2"));
        ami.early.add(happened("Newstate", ATTEMPT.toString(), "ChannelState: 6"));
        AttemptId justGone = AttemptId.next(Instant.EPOCH, new Random(2));
        ami.early.add(happened("Hangup", justGone.toString(), "Cause: 17"));

        pbx.open(told);

        await().until(() -> told.kinds().contains("Ended"));
        assertThat(told.kinds()).containsExactly("LinkUp", "Snapshot", "Ended");
        assertThat(told.of(PbxEvent.LinkUp.class).getFirst().version()).isEqualTo("22.10.1");
        PbxEvent.Snapshot snapshot = told.of(PbxEvent.Snapshot.class).getFirst();
        assertThat(snapshot.attempts()).containsExactly(new LiveAttempt(ATTEMPT, true, Optional.of(LEG)));
        assertThat(snapshot.legs()).containsExactly(LEG);
    }

    @Test
    void aHeadsetThatStillRingsFromBeforeIsHungUpAndNotListed() {
        ami.channels.add(listed(LEG.toString(), "5", ""));

        givenUp();

        assertThat(told.of(PbxEvent.Snapshot.class).getFirst().legs()).isEmpty();
        await().until(() -> ami.actions.stream()
                .anyMatch(action -> "Hangup".equals(action.get("action"))
                        && LEG.toString().equals(action.get("channel"))));
    }

    @Test
    void aLostLinkIsToldOnceAndReplacedByAFreshSnapshot() throws IOException {
        givenUp();

        ami.cut();

        await().until(() -> told.kinds().stream().filter("LinkUp"::equals).count() == 2);
        await().until(() -> told.kinds().getLast().equals("Snapshot"));
        assertThat(told.kinds()).containsExactly("LinkUp", "Snapshot", "LinkDown", "LinkUp", "Snapshot");
        assertThat(pbx.stats().reconnects()).isEqualTo(1);
        assertThat(pbx.stats().up()).isTrue();
    }

    @Test
    void aPbxThatStopsAnsweringIsNoticedWithinPingAndReplyTime() {
        givenUp();
        long frozen = System.nanoTime();

        ami.mute = "Ping";

        await().until(() -> told.kinds().contains("LinkDown"));
        Duration noticed = Duration.ofNanos(System.nanoTime() - frozen);
        assertThat(noticed).isLessThan(PING.plus(REPLY).plusSeconds(5));
        assertThat(told.of(PbxEvent.LinkDown.class).getFirst().why().en()).contains("stuck");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SSH-2.0-OpenSSH_9.2"})
    void whoeverDoesNotGreetAsAManagerPortIsLeftAtOnceAndTriedAgain(String greeting) {
        ami.greeting = greeting;
        pbx.open(told);
        await().atMost(Duration.ofSeconds(4)).until(() -> ami.connections() >= 5);
        assertThat(told.all()).isEmpty();

        ami.greeting = "Asterisk Call Manager/11.0.0";

        await().until(() -> told.kinds().contains("Snapshot"));
    }

    @Test
    void aConnectionThatIsCutWhileSigningInIsReplaced() throws IOException {
        ami.mute = "Login";
        pbx.open(told);
        await().until(() -> ami.received().contains("Login"));

        ami.mute = "";
        ami.cut();

        await().until(() -> told.kinds().contains("Snapshot"));
        assertThat(told.kinds()).containsExactly("LinkUp", "Snapshot");
    }

    @Test
    void aPbxThatNeverListsItsChannelsIsNotUp() {
        ami.mute = "CoreShowChannels";
        pbx.open(told);
        await().until(() -> ami.connections() >= 3);
        assertThat(told.all()).isEmpty();
        assertThat(pbx.stats().up()).isFalse();
    }

    @Test
    void aPbxThatIsStillStartingIsNotUpUntilItSaysSo() throws IOException {
        ami.boots = false;
        pbx.open(told);
        await().until(() -> ami.received().contains("CoreSettings"));
        assertThat(ami.received()).doesNotContain("CoreShowChannels");

        ami.tell(List.of("Event: FullyBooted", "Status: Fully Booted"));

        await().until(() -> told.kinds().contains("Snapshot"));
    }

    @Test
    void nothingIsToldAfterClose() throws IOException {
        givenUp();
        pbx.close();
        told.forget();
        await().during(Duration.ofMillis(300)).until(() -> told.all().isEmpty());
    }
}
