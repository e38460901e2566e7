package com.callfloor.dialer.pbx;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.AgentId;
import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.OutsideLeg;
import com.callfloor.dialer.floor.PbxEvent;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.supervision.ListenMode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What becomes of what the floor asks for. */
class AsteriskPbxRequestsTest extends FakeAmiFixture {
    @Test
    void aCallThatCouldNotBeSentInTimeIsNeverSent() {
        pbx.close();
        pbx = pbx(Duration.ofNanos(1));
        givenUp();

        pbx.dial(request());

        await().until(() -> told.kinds().contains("DialFailed"));
        assertThat(told.of(PbxEvent.DialFailed.class).getFirst().why().en()).contains("too late");
        assertThat(ami.channelsAskedFor()).noneMatch(channel -> channel.startsWith("PJSIP/"));
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

        await().until(() -> ami.channelsAskedFor().stream().anyMatch(channel -> channel.startsWith("PJSIP/")));
        assertThat(ami.last("Originate")).containsEntry("channel", "PJSIP/+8613800000001@carrier")
                .containsEntry("channelid", ATTEMPT.toString())
                .containsEntry("context", "callfloor-debtor")
                .containsEntry("exten", "s")
                .containsEntry("priority", "1")
                .containsEntry("timeout", "20000")
                .containsEntry("async", "true")
                .containsEntry("callerid", "+862160000000")
                .containsEntry("variable",
                        "CALLFLOOR_LANGUAGE=en,CALLFLOOR_MACHINES=hang_up,CALLFLOOR_WAITS_FOR_AGENT=23,CALLFLOOR_SATISFACTION=yes");
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

    /** The end of the call was lost: a list that is asked for a while later does not hold it. */
    @Test
    void aCallThatIsGoneWithoutAWordIsNotInALaterList() {
        ami.channels.add(listed(ATTEMPT.toString(), "6", ""));
        ami.channels.add(listed(LEG.toString(), "6", "wait-1"));
        givenUp();
        ami.channels.removeFirst();

        await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofSeconds(1)).until(() -> {
            pbx.askForSnapshot();
            return told.of(PbxEvent.Snapshot.class).getLast();
        }, list -> list.attempts().isEmpty() && list.legs().equals(List.of(LEG)));
        assertThat(told.kinds()).containsOnly("LinkUp", "Snapshot");
    }

    @Test
    void aHangUpBeforeThereIsAChannelIsDoneAsSoonAsThereIsOne() throws IOException {
        givenUp();
        pbx.dial(request());
        pbx.hangUp(ATTEMPT);
        await().until(() -> ami.channelsAskedFor().stream().anyMatch(channel -> channel.startsWith("PJSIP/")));
        assertThat(ami.received()).doesNotContain("Hangup");

        ami.tell(happened("Newchannel", ATTEMPT.toString(), "ChannelState: 0"));

        await().until(() -> ami.received().contains("Hangup"));
    }

    /** The floor gave it up and asks for the debtor again, and only then the PBX did what it was asked before. */
    @Test
    void theDebtorOfALatePutThroughComesBackOnceTheAgentIsBackInTheWait() throws IOException {
        var other = new OutsideLeg(ATTEMPT, 5);
        ami.channels.add(listed(ATTEMPT.toString(), "6", ""));
        ami.channels.add(listed(LEG.toString(), "6", "consult"));
        ami.channels.add(listed(other.toString(), "6", "consult"));
        givenUp();
        pbx.connect(other);
        await().until(() -> asked("Bridge") == 1);
        ami.tell(happened("BridgeLeave", other.toString(), "BridgeUniqueid: consult"));
        ami.tell(happened("BridgeLeave", LEG.toString(), "BridgeUniqueid: consult"));
        ami.tell(happened("BridgeEnter", other.toString(), "BridgeUniqueid: late"));
        ami.tell(happened("BridgeEnter", ATTEMPT.toString(), "BridgeUniqueid: late"));
        await().until(() -> told.kinds().contains("OutsideConnected"));

        pbx.connect(ATTEMPT, LEG);
        pbx.hangUp(other);

        await().until(() -> asked("Hangup") == 1);
        assertThat(ami.last("Setvar")).as("the other's end is not the debtor's").containsEntry("value", "no");
        assertThat(asked("Bridge")).as("an agent on the way to the wait is not bridged").isEqualTo(1);
        ami.tell(List.of("Event: UserEvent", "UserEvent: CallfloorAgentIdle", "Channel: PJSIP/x-" + LEG,
                "Uniqueid: " + LEG));
        await().until(() -> asked("Bridge") == 2);
        assertThat(ami.last("Bridge")).containsValue(LEG.toString());
    }

    /** Where the first has left their bridge, the other is on the way to the wait, and cannot be sent elsewhere for an instant. */
    @Test
    void whoIsAskedIntoATalkOfThreeInTheMidstOfLeavingABridgeIsAskedOnceMore() {
        var other = new LegId(new AgentId(8), 2);
        ami.channels.add(listed(ATTEMPT.toString(), "6", ""));
        ami.channels.add(listed(LEG.toString(), "6", "consult"));
        ami.channels.add(listed(other.toString(), "6", "consult"));
        givenUp();
        ami.refuses = "Redirect";

        pbx.confer(ATTEMPT, LEG, other);

        await().until(() -> asked("Redirect") == 4);
        assertThat(ami.actions).filteredOn(action -> LEG.toString().equals(action.get("extrachannel"))).hasSize(2);
        assertThat(ami.actions).filteredOn(action -> other.toString().equals(action.get("channel"))).hasSize(2);
        await().during(Duration.ofMillis(500)).until(() -> asked("Redirect") == 4);
    }

    private long asked(String action) {
        return ami.received().stream().filter(action::equals).count();
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
        assertThat(ami.received()).doesNotContain("Bridge", "Hangup");
        assertThat(ami.channelsAskedFor()).noneMatch(channel -> channel.startsWith("PJSIP/"));
    }
}
