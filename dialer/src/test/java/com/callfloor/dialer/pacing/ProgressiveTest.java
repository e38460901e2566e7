package com.callfloor.dialer.pacing;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressiveTest {
    private final Progressive progressive = new Progressive();

    @Test
    void eachFreeAgentWithoutACallGetsOne() {
        assertThat(progressive.pace(new FloorLoad(3, 1, 0))).isEqualTo(
                new Pace(2, "3 agents free, 1 calls under way: dial 2 more"));
    }

    @Test
    void moreCallsThanAgentsMeanNoFurtherCall() {
        assertThat(progressive.pace(new FloorLoad(1, 2, 0)).lines()).isZero();
    }

    @Test
    void heldAgentsAreSpokenOfIfThereAreAnyAndGetNoFurtherCall() {
        assertThat(progressive.pace(new FloorLoad(1, 1, 2))).isEqualTo(
                new Pace(0, "1 agents free, 2 held for one call each, 1 calls under way: no further call"));
    }
}
