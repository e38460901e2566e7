package com.callfloor.dialer.quality.speech;

import java.time.Duration;
import java.util.List;

import com.callfloor.dialer.quality.card.Prohibition;
import com.callfloor.dialer.scripts.Language;

/** What an agent never says, and must say, in one language. */
public record Phrases(Language language, String version, List<Forbidden> forbidden, List<Required> required) {
    public Phrases {
        forbidden = List.copyOf(forbidden);
        required = List.copyOf(required);
    }

    /** {@code phrases}: any of them; … in one stands for a few words between. */
    public record Forbidden(String id, Prohibition about, List<String> phrases) {
        public Forbidden {
            phrases = List.copyOf(phrases);
        }
    }

    /** {@code within}: from the beginning of the recording. */
    public record Required(String id, Duration within, List<String> phrases) {
        public Required {
            phrases = List.copyOf(phrases);
        }
    }
}
