package com.callfloor.dialer.store;

import java.time.Duration;
import java.util.List;

import com.callfloor.recorder.audio.Conversation;
import com.callfloor.recorder.audio.Mark;
import com.callfloor.recorder.audio.Waveform;

/** What a recording looks like in which only the agent speaks. */
final class Waveforms {
    static final Waveform SAMPLE = new Waveform("AAEC", "gIGC",
            new Conversation(List.of(new Mark(Mark.Kind.AGENT, 20, 2_020), new Mark(Mark.Kind.SILENCE, 2_020, 30_000)),
                    Duration.ZERO, Duration.ofSeconds(2), Duration.ZERO, Duration.ofSeconds(28),
                    Duration.ofMillis(27_980), null, Duration.ofMillis(20)));

    private Waveforms() {}
}
