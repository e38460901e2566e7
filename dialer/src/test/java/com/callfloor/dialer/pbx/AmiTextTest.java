package com.callfloor.dialer.pbx;

import java.time.Duration;

import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.supervision.ListenMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Nothing that others choose may end a header, a dial string or an application's argument. */
class AmiTextTest {
    private static final PbxSettings GOOD = settings("callfloor", "secret");

    @ParameterizedTest
    @ValueSource(strings = {"x\r\nAction: Originate", "x\n", "\rx", "x\0y",
            "x\r\n\r\nAction: Command\r\nCommand: stop"})
    void aHeaderTakesNoLineBreakAndNoNul(String evil) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AmiAction("Originate").with("CallerID", evil))
                .withMessageContaining("CallerID")
                .withMessageNotContaining("stop");
        assertThatIllegalArgumentException().isThrownBy(() -> new AmiAction(evil));
        assertThatIllegalArgumentException().isThrownBy(() -> new AmiAction("Ping").with(evil, "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> AmiActions.showChannels(evil));
        assertThatIllegalArgumentException().isThrownBy(() -> settings(evil, "secret"));
        assertThatIllegalArgumentException().isThrownBy(() -> settings("callfloor", evil))
                .withMessageContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+8613800000000\r\nX: y", "+86138,0000000", "+8613800000000@evil", "13800000000", "+"})
    void aNumberThatIsNotE164DoesNotExist(String evil) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PhoneNumber(evil)).withMessageNotContaining("evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10\r\n01", "1001&PJSIP/1002", "1001/x", "a"})
    void anExtensionThatIsNotDigitsDoesNotExist(String evil) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Extension(evil));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PJSIP/1001-00000001,qB", "PJSIP/1001&PJSIP/1002", "Local/x@y", "PJSIP/1001-1\r\nX: y", ""})
    void onlyAPjsipChannelIsListenedTo(String evil) {
        assertThatIllegalArgumentException().isThrownBy(() -> DialStrings.chanSpy(evil, ListenMode.LISTEN));
    }

    @ParameterizedTest
    @EnumSource(ListenMode.class)
    void theOptionsOfListeningAreFixedHere(ListenMode mode) {
        String expected = switch (mode) {
            case LISTEN -> "PJSIP/1001-00000009,qES";
            case WHISPER -> "PJSIP/1001-00000009,qwES";
        };
        assertThat(DialStrings.chanSpy("PJSIP/1001-00000009", mode)).isEqualTo(expected);
    }

    @Test
    void aNumberIsDialedWithItsPlusThroughTheTrunk() {
        assertThat(DialStrings.throughTrunk(new PhoneNumber("+8613800000000"), "carrier"))
                .isEqualTo("PJSIP/+8613800000000@carrier");
    }

    @Test
    void theSecretIsNotShown() {
        assertThat(GOOD.toString()).doesNotContain("secret").contains("callfloor");
    }

    @Test
    void timingsThatCannotWorkAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PbxTimings.USUAL.withWatchdog(Duration.ZERO, Duration.ofSeconds(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PbxTimings.USUAL.withWatchdog(Duration.ofSeconds(20), Duration.ofSeconds(1)))
                .withMessageContaining("read timeout");
    }

    private static PbxSettings settings(String user, String secret) {
        return new PbxSettings("127.0.0.1", 5038, user, secret, false, PbxSettings.DEBTOR_CONTEXT,
                PbxSettings.AGENT_CONTEXT, PbxTimings.USUAL);
    }
}
