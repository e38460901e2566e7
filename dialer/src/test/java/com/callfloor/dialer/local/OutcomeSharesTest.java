package com.callfloor.dialer.local;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutcomeSharesTest {

    @Test
    void theCarrierIsGivenUpperBoundsInTenThousandths() {
        OutcomeShares shares = new OutcomeShares(0.1, 0.2, 0, 0.05, 0.15, 0.5);

        assertThat(shares.values()).containsEntry("untilNoAnswer", "1000")
                .containsEntry("untilBusy", "3000")
                .containsEntry("untilNotInService", "3000")
                .containsEntry("untilCongestion", "3500")
                .containsEntry("untilVoicemail", "5000")
                .containsEntry("untilHangUp", "10000");
    }

    @Test
    void moreThanEverybodyIsRefused() {
        assertThatThrownBy(() -> new OutcomeShares(0.6, 0.6, 0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutcomeShares(-0.1, 0, 0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OutcomeShares(Double.NaN, 0, 0, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
