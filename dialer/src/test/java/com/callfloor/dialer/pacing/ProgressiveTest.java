package com.callfloor.dialer.pacing;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

import com.callfloor.dialer.pacing.FloorPicture.RingingCall;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressiveTest {
    private static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");

    private final Progressive progressive = new Progressive();

    @Test
    void eachFreeAgentWithoutACallGetsOne() {
        Pace pace = progressive.pace(floor(3, 0, 1, 100), "c");

        assertThat(pace.lines()).isEqualTo(2);
        assertThat(pace.why()).isEqualTo("3 agents free, 1 calls under way: dial 2 more");
    }

    @Test
    void moreCallsThanAgentsMeanNoFurtherCall() {
        assertThat(progressive.pace(floor(1, 0, 2, 100), "c").lines()).isZero();
    }

    @Test
    void heldAgentsAreSpokenOfIfThereAreAnyAndGetNoFurtherCall() {
        Pace pace = progressive.pace(floor(1, 2, 1, 100), "c");

        assertThat(pace.lines()).isZero();
        assertThat(pace.why()).isEqualTo("1 agents free, 2 held for one call each, 1 calls under way: no further call");
    }

    @Test
    void theTrunksRoomIsTheMostThatIsDialed() {
        Pace pace = progressive.pace(floor(5, 0, 0, 2), "c");

        assertThat(pace.lines()).isEqualTo(2);
        assertThat(pace.why()).endsWith("dial 2 more and not 5, for want of room on the trunks");
    }

    @Test
    void aFixedRatioIsForEachFreeAgent() {
        assertThat(new FixedRatio(1.5).pace(floor(3, 0, 1, 100), "c").lines()).isEqualTo(3);
    }

    static FloorPicture floor(int free, int held, int ringing, int room) {
        return new FloorPicture(NOW, free, held, List.of(), 0,
                Collections.nCopies(ringing, new RingingCall("c", NOW, 1)), room, FloorPicture.ALL_ALIKE);
    }
}
