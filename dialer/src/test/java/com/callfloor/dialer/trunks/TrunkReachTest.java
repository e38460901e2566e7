package com.callfloor.dialer.trunks;

import java.time.Instant;
import java.util.List;
import java.util.Random;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.words.Words;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whether anybody is there at a trunk's far end. */
class TrunkReachTest {
    private final Random random = new Random(1);
    private final Instant now = Instant.parse("2026-03-02T02:00:00Z");

    @Test
    void aTrunkWhoseAddressDoesNotAnswerSaysSoUntilItDoes() {
        Trunks trunks = trunks(trunk("a", 1, 1), trunk("b", 1, 1));

        trunks.answers("a", "sip:10.0.0.9", false);
        trunks.answers("elsewhere", "sip:10.0.0.8", false);

        assertThat(trunks.view(now)).extracting(view -> view.unreachable().map(Words::en).orElse(""))
                .containsExactly("sip:10.0.0.9 does not answer the PBX", "");
        trunks.answers("a", "sip:10.0.0.9", true);
        assertThat(trunks.view(now)).allMatch(view -> view.unreachable().isEmpty());
    }

    @Test
    void whatWasSilentAtTheConnectAnswersAgainWithAnyOfItsAddresses() {
        Trunks trunks = trunks(trunk("a", 1, 1));
        trunks.answers("a", "", false);
        assertThat(trunks.view(now).getFirst().unreachable()).isPresent();

        trunks.answers("a", "sip:10.0.0.9", true);

        assertThat(trunks.view(now).getFirst().unreachable()).isEmpty();
    }

    @Test
    void aTrunkOfWhoseCallsNothingIsHeardIsOneToLookAtUntilOneIsHeardOf() {
        Trunks trunks = trunks(trunk("a", 1, 100), trunk("b", 1, 100));
        for (int call = 0; call < 10; call++) {
            assertThat(trunks.view(now)).as("call %d", call).allMatch(view -> view.unreachable().isEmpty());
            AttemptId unheard = placed(trunks);
            trunks.unheard(unheard);
            trunks.ended(unheard, false, false, now);
        }

        assertThat(trunks.view(now)).extracting(view -> view.unreachable().map(Words::en).orElse(""))
                .containsExactly(
                        "nothing at all was heard of the last 10 calls: is its address right, and does its far "
                                + "side answer?",
                        "");
        assertThat(trunks.room(now)).as("it is still tried").isEqualTo(2);

        trunks.heard(placed(trunks));
        assertThat(trunks.view(now)).allMatch(view -> view.unreachable().isEmpty());
    }

    @Test
    void aLostRegistrationIsToldUntilItIsBackOrTheLinkWasAway() {
        Trunks trunks = trunks(trunk("a", 1, 1));
        trunks.registered("sip:carrier", false, "Rejected");
        assertThat(trunks.lostRegistrations()).containsEntry("sip:carrier",
                new Words("the registration with the carrier is lost: Rejected", "与运营商的注册已丢失：Rejected"));

        trunks.registered("sip:carrier", true, "Registered");
        assertThat(trunks.lostRegistrations()).isEmpty();

        trunks.registered("sip:carrier", false, "Unregistered");
        trunks.nothingHeard();
        assertThat(trunks.lostRegistrations()).isEmpty();
    }

    private AttemptId placed(Trunks trunks) {
        AttemptId attempt = AttemptId.next(now, random);
        assertThat(trunks.place(attempt, List.of(), now)).isPresent();
        return attempt;
    }

    private Trunks trunks(Trunk... trunks) {
        return new Trunks(List.of(trunks), now);
    }

    private static Trunk trunk(String name, int channels, double callsPerSecond) {
        return new Trunk(name, channels, callsPerSecond, List.of());
    }
}
