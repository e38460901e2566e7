package com.callfloor.dialer.local;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

import com.callfloor.dialer.cases.PhoneNumber;

/** Writes behaviours the way {@code config/asterisk/carrier/behaviours.conf} has them. */
final class BehaviourTable {
    private BehaviourTable() {}

    static String lines(Map<PhoneNumber, DebtorBehaviour> table) {
        return table.entrySet()
                .stream()
                .map(entry -> entry.getKey().e164().substring(1) + " = " + line(entry.getValue()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String line(DebtorBehaviour behaviour) {
        return switch (behaviour) {
            case DebtorBehaviour.Busy(Duration ring) -> line("busy", ring, Duration.ZERO, 0);
            case DebtorBehaviour.NotInService() -> line("not-in-service", Duration.ZERO, Duration.ZERO, 0);
            case DebtorBehaviour.Congested() -> line("congested", Duration.ZERO, Duration.ZERO, 0);
            case DebtorBehaviour.Refused(Duration ring, int cause) -> line("refused", ring, Duration.ZERO, cause);
            case DebtorBehaviour.Announced(int cause) -> line("announced", Duration.ZERO, Duration.ZERO, cause);
            case DebtorBehaviour.RefusedFirst(int cause, Duration ring) ->
                line("refused-first", Duration.ZERO, ring, cause);
            case DebtorBehaviour.NoAnswer() -> line("no-answer", Duration.ZERO, Duration.ZERO, 0);
            case DebtorBehaviour.HangsUp(Duration ring) -> line("hangs-up", ring, Duration.ZERO, 0);
            case DebtorBehaviour.Voicemail(Duration ring, Duration listens) -> line("voicemail", ring, listens, 0);
            case DebtorBehaviour.Talks(Duration ring, Duration talk) -> line("talks", ring, talk, 0);
            case DebtorBehaviour.Tone(Duration ring, Duration talk, int hertz) -> line("tone", ring, talk, hertz);
            case DebtorBehaviour.Pulses(Duration ring, Duration talk, int hertz) -> line("pulses", ring, talk, hertz);
            case DebtorBehaviour.PressesKey(Duration ring, Duration listens, int key) ->
                line("presses", ring, listens, key);
            case DebtorBehaviour.Keypad(Duration ring, int keys) -> line("keypad", ring, Duration.ZERO, keys);
            case DebtorBehaviour.Says(Duration ring, Duration silence, String sound) ->
                "says,%d,%d,%s".formatted(ring.toMillis(), silence.toMillis(), sound);
            case DebtorBehaviour.SaysUnanswered(String sound, int cause) ->
                "says-unanswered,0,%d,%s".formatted(cause, sound);
            case DebtorBehaviour.Echoes(Duration ring, Duration talk) -> line("echoes", ring, talk, 0);
            case DebtorBehaviour.Mute(Duration ring, Duration talk) -> line("mute", ring, talk, 0);
        };
    }

    private static String line(String kind, Duration ring, Duration talk, int detail) {
        return "%s,%d,%d,%d".formatted(kind, ring.toMillis(), talk.toMillis(), detail);
    }
}
