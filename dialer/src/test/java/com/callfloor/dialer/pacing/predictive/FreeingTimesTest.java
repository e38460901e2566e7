package com.callfloor.dialer.pacing.predictive;

import com.callfloor.dialer.pacing.FloorPicture.Activity;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FreeingTimesTest {
    private final FreeingTimes freeing = new FreeingTimes();

    @Test
    void anAgentWhoseTalkIsAboutToEndIsFreeAfterTheWrapUpToo() {
        for (int i = 0; i < 400; i++) {
            freeing.talked(61 + i % 8);
            freeing.wrappedUp(5.5);
        }
        freeing.rebuild(new double[0], new double[0]);

        assertThat(freeing.freeWithin(5, Activity.TALK, 20)).isLessThan(0.02);
        assertThat(freeing.freeWithin(3, Activity.TALK, 65)).isLessThan(0.15);
        assertThat(freeing.freeWithin(20, Activity.TALK, 65)).isGreaterThan(0.65);
        assertThat(freeing.freeWithin(3, Activity.WRAP_UP, 4)).isGreaterThan(0.45);
    }

    @Test
    void theChanceGrowsWithTimeAndIsNothingAtOnce() {
        for (int age : new int[]{0, 30, 90, 300, 5_000}) {
            double before = 0;
            for (double within = 0; within < 60; within += 0.5) {
                double chance = freeing.freeWithin(within, Activity.TALK, age);
                assertThat(chance).isBetween(before, 1.0);
                before = chance;
            }
        }
    }

    @Test
    void talksThatStillGoOnCountForAsLongAsTheyHaveLasted() {
        double[] longOnes = new double[50];
        java.util.Arrays.fill(longOnes, 400);
        double before = freeing.freeWithin(30, Activity.TALK, 100);

        freeing.rebuild(longOnes, new double[0]);

        assertThat(freeing.freeWithin(30, Activity.TALK, 100)).isLessThan(before);
    }
}
