package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import javax.net.ssl.SSLSocketFactory;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.floor.DialRequest;
import com.callfloor.dialer.floor.DialRequest.MessageLanguage;
import com.callfloor.dialer.floor.PbxEvent;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.supervision.ListenMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The link against a manager port that misbehaves at will. */
class AsteriskPbxLinkTest {
    private static final Duration PING = Duration.ofMillis(200);
    private static final Duration REPLY = Duration.ofMillis(300);
    private static final AttemptId ATTEMPT = AttemptId.next(Instant.EPOCH, new Random(1));
    private static final LegId LEG = new LegId(new AgentId(7), 1);

    private final Told told = new Told();
    private FakeAmi ami;
    private AsteriskPbx pbx;

    @BeforeEach
    void aManagerPort() throws IOException {
        ami = new FakeAmi();
        pbx = pbx(timings(Duration.ofSeconds(1)));
    }

    @AfterEach
    void closed() throws IOException {
        pbx.close();
        ami.close();
    }

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
    void whatIsAskedWhileTheLinkIsDownFailsAtOnceAndIsNeverSent() throws IOException {
        ami.refuses = "Login";
        pbx.open(told);

        pbx.dial(request());
        pbx.ringAgent(LEG, new Extension("1001"));
        pbx.connect(ATTEMPT, LEG);
        pbx.listenIn(new AgentId(2), new Extension("1002"), LEG, ListenMode.LISTEN);
        pbx.hangUp(ATTEMPT);

        await().until(() -> told.all().size() >= 4);
        assertThat(told.kinds()).containsExactly("DialFailed", "AgentLegDown", "ConnectFailed", "ListeningFailed");
        ami.refuses = "";
        told.forget();
        await().until(() -> told.kinds().contains("Snapshot"));
        assertThat(ami.received()).doesNotContain("Originate", "Bridge", "Hangup");
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
        assertThat(noticed).isLessThan(PING.plus(REPLY).plusSeconds(1));
        assertThat(told.of(PbxEvent.LinkDown.class).getFirst().why()).contains("stuck");
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
    void aCallThatCouldNotBeSentInTimeIsNeverSent() {
        pbx.close();
        pbx = pbx(timings(Duration.ofNanos(1)));
        givenUp();

        pbx.dial(request());

        await().until(() -> told.kinds().contains("DialFailed"));
        assertThat(told.of(PbxEvent.DialFailed.class).getFirst().why()).contains("too late");
        assertThat(ami.received()).doesNotContain("Originate");
    }

    @Test
    void aRefusedOriginateIsAFailureToDial() {
        givenUp();
        ami.refuses = "Originate";

        pbx.dial(request());

        await().until(() -> told.kinds().contains("DialFailed"));
    }

    @Test
    void anOriginateSaysWhatTheDialplanReliesOn() {
        givenUp();

        pbx.dial(request());

        await().until(() -> ami.received().contains("Originate"));
        assertThat(ami.last("Originate")).containsEntry("channel", "PJSIP/+8613800000001@carrier")
                .containsEntry("channelid", ATTEMPT.toString())
                .containsEntry("context", "callfloor-debtor")
                .containsEntry("exten", "s")
                .containsEntry("priority", "1")
                .containsEntry("timeout", "20000")
                .containsEntry("async", "true")
                .containsEntry("callerid", "+862160000000")
                .containsEntry("variable", "CALLFLOOR_LANGUAGE=en");
    }

    @Test
    void aConnectThatLeadsNowhereFailsAfterItsTime() throws IOException {
        ami.channels.add(listed(ATTEMPT.toString(), "6", ""));
        ami.channels.add(listed(LEG.toString(), "6", "wait-1"));
        givenUp();

        pbx.connect(ATTEMPT, LEG);

        await().until(() -> told.kinds().contains("ConnectFailed"));
        assertThat(ami.received()).contains("Bridge");
        assertThat(told.of(PbxEvent.ConnectFailed.class)).hasSize(1);
    }

    @Test
    void aPhoneThatStillRingsIsNeverBridged() {
        ami.channels.add(listed(ATTEMPT.toString(), "5", ""));
        ami.channels.add(listed(LEG.toString(), "6", "wait-1"));
        givenUp();

        pbx.connect(ATTEMPT, LEG);

        await().until(() -> told.kinds().contains("ConnectFailed"));
        assertThat(ami.received()).doesNotContain("Bridge");
    }

    @Test
    void aSnapshotAskedForRightAfterADialHoldsTheAttemptThatHasNoChannelYet() {
        givenUp();

        pbx.dial(request());
        pbx.askForSnapshot();

        await().until(() -> told.of(PbxEvent.Snapshot.class).size() == 2);
        assertThat(told.of(PbxEvent.Snapshot.class).getLast().attempts())
                .containsExactly(new LiveAttempt(ATTEMPT, false, Optional.empty()));
    }

    @Test
    void aHangUpBeforeThereIsAChannelIsDoneAsSoonAsThereIsOne() throws IOException {
        givenUp();
        pbx.dial(request());
        pbx.hangUp(ATTEMPT);
        await().until(() -> ami.received().contains("Originate"));
        assertThat(ami.received()).doesNotContain("Hangup");

        ami.tell(happened("Newchannel", ATTEMPT.toString(), "ChannelState: 0"));

        await().until(() -> ami.received().contains("Hangup"));
    }

    @Test
    void nothingIsToldAfterClose() throws IOException {
        givenUp();
        pbx.close();
        told.forget();
        await().during(Duration.ofMillis(300)).until(() -> told.all().isEmpty());
    }

    private void givenUp() {
        pbx.open(told);
        await().until(() -> told.kinds().contains("Snapshot"));
    }

    private AsteriskPbx pbx(PbxTimings timings) {
        PbxSettings settings = new PbxSettings("127.0.0.1", ami.port(), "callfloor", FakeAmi.SECRET, false, "carrier",
                new PhoneNumber("+862160000000"), PbxSettings.DEBTOR_CONTEXT, PbxSettings.AGENT_CONTEXT, timings);
        return new AsteriskPbx(settings, (SSLSocketFactory) SSLSocketFactory.getDefault(), InstantSource.system());
    }

    private static PbxTimings timings(Duration perish) {
        return new PbxTimings(Duration.ofSeconds(2), Duration.ofSeconds(5), PING, REPLY, Duration.ofSeconds(30), perish,
                Duration.ofMillis(200), Duration.ofSeconds(5), Duration.ofMillis(20), Duration.ofMillis(200));
    }

    private static DialRequest request() {
        return new DialRequest(ATTEMPT, new PhoneNumber("+8613800000001"), null, Duration.ofSeconds(20),
                MessageLanguage.EN);
    }

    private static List<String> listed(String id, String state, String bridge) {
        return List.of("Channel: PJSIP/x-" + id, "ChannelState: " + state, "Uniqueid: " + id, "BridgeId: " + bridge);
    }

    private static List<String> happened(String event, String id, String more) {
        return List.of("Event: " + event, "Channel: PJSIP/x-" + id, "Uniqueid: " + id, more);
    }
}
