package com.callfloor.dialer.floor;

import java.time.Duration;
import java.util.List;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.HangupCause;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A carrier that says nothing at all of call after call: a wrong address, or a far side that is gone. */
class UnheardCallsTest extends FloorScenario {
    private static final HangupCause NOBODY_ANSWERS = new HangupCause(19);
    private static final Duration LONGER_THAN_A_PHONE_RINGS = Duration.ofSeconds(28);

    private Floor floor;

    @BeforeEach
    void anAgentWaits() {
        floor = openFloor(List.of());
        ledger.dueCases(30);
        ready(floor, ANN);
    }

    @Test
    void manyCallsInARowOfWhichNothingWasHeardAreToldAsTheTrunksTrouble() {
        nothingIsHeardOf(10);

        assertThat(trouble()).contains("nothing at all was heard of the last 10 calls");
        assertThat(pbx.dialed).as("it is tried all the same").hasSize(11);
    }

    @Test
    void aRingingPhoneEndsIt() {
        nothingIsHeardOf(10);

        tell(new PbxEvent.Ringing(now(), lastDialed()));

        assertThat(trouble()).isEmpty();
    }

    @Test
    void soDoSoundAndTheNetworksOwnWordThatNobodyIsThere() {
        nothingIsHeardOf(9);
        tell(new PbxEvent.EarlyMedia(now(), lastDialed()));
        tell(new PbxEvent.Ended(now(), lastDialed(), NOBODY_ANSWERS));
        nothingIsHeardOf(9);
        clock.pass(Duration.ofSeconds(6));
        tell(new PbxEvent.Ended(now(), lastDialed(), NOBODY_ANSWERS));
        nothingIsHeardOf(9);

        assertThat(trouble()).isEmpty();
    }

    @Test
    void aCallThatWeEndedOurselvesSaysNothingOfTheTrunk() {
        nothingIsHeardOf(9);
        AttemptId givenUp = lastDialed();
        clock.pass(Duration.ofMinutes(1));
        thread.tick();
        assertThat(pbx.hungUp).contains(givenUp);
        tell(new PbxEvent.Ended(now(), givenUp, new HangupCause(16)));

        assertThat(trouble()).isEmpty();
        nothingIsHeardOf(1);
        assertThat(trouble()).contains("the last 10 calls");
    }

    private void nothingIsHeardOf(int calls) {
        for (int call = 0; call < calls; call++) {
            AttemptId attempt = lastDialed();
            clock.pass(LONGER_THAN_A_PHONE_RINGS);
            tell(new PbxEvent.Ended(now(), attempt, NOBODY_ANSWERS));
        }
    }

    private String trouble() {
        var views = floor.trunks().toCompletableFuture();
        thread.runAll();
        return views.join().getFirst().unreachable().map(Words::en).orElse("");
    }
}
