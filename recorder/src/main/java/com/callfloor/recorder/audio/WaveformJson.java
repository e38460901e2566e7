package com.callfloor.recorder.audio;

import java.time.Duration;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A {@link Waveform} in JSON, as it is kept and served: peaks in base64, times in milliseconds. */
public final class WaveformJson {
    private WaveformJson() {}

    public static String write(Waveform waveform, Duration length) {
        Conversation conversation = waveform.conversation();
        ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("length_ms", length.toMillis())
                .put("peaks_per_second", Waveform.PEAKS_A_SECOND)
                .put("debtor_peaks", waveform.debtorPeaks())
                .put("agent_peaks", waveform.agentPeaks());
        ArrayNode marks = json.putArray("marks");
        for (Mark mark : conversation.marks()) {
            marks.addObject()
                    .put("kind", mark.kind().name().toLowerCase(Locale.ROOT))
                    .put("from_ms", mark.from())
                    .put("to_ms", mark.to());
        }
        json.put("debtor_talk_ms", conversation.debtorTalk().toMillis())
                .put("agent_talk_ms", conversation.agentTalk().toMillis())
                .put("overlap_ms", conversation.overlap().toMillis())
                .put("silence_ms", conversation.silence().toMillis())
                .put("longest_silence_ms", conversation.longestSilence().toMillis())
                .put("debtor_first_ms", millis(conversation.debtorFirst()))
                .put("agent_first_ms", millis(conversation.agentFirst()))
                .put("debtor_share", share(conversation.debtorTalk(), conversation))
                .put("agent_share", share(conversation.agentTalk(), conversation));
        return json.toString();
    }

    private static @Nullable Long millis(@Nullable Duration time) {
        return time == null ? null : time.toMillis();
    }

    /** Of both sides' talk together; null if nobody spoke. */
    private static @Nullable Double share(Duration talk, Conversation conversation) {
        long both = conversation.debtorTalk().plus(conversation.agentTalk()).toMillis();
        return both == 0 ? null : Math.round(1_000.0 * talk.toMillis() / both) / 1_000.0;
    }
}
