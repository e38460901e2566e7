package com.callfloor.dialer.pacing;

import java.util.List;

import com.callfloor.dialer.pacing.Turns.Turn;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TurnsTest {
    @Test
    void theSecondCampaignGetsWhatTheFirstLeaves() {
        Pacing one = (floor, campaign) -> new Pace(2, () -> Words.same("two"));
        List<Pace> paces = Turns.pace(ProgressiveTest.floor(5, 0, 1, 100),
                List.of(new Turn("first", one, FloorPicture.ALL_ALIKE),
                        new Turn("second", new Progressive(), FloorPicture.ALL_ALIKE)));

        assertThat(paces).extracting(Pace::lines).containsExactly(2, 2);
    }

    @Test
    void theTrunksRoomIsSharedToo() {
        List<Pace> paces = Turns.pace(ProgressiveTest.floor(9, 0, 0, 6),
                List.of(new Turn("first", (floor, campaign) -> new Pace(4, () -> Words.same("four")),
                        FloorPicture.ALL_ALIKE),
                        new Turn("second", new Progressive(), FloorPicture.ALL_ALIKE)));

        assertThat(paces).extracting(Pace::lines).containsExactly(4, 2);
    }
}
