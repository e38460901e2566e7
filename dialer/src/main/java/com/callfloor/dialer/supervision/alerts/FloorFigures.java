package com.callfloor.dialer.supervision.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.words.Words;

/**
 * What alerts are decided from.
 *
 * @param lostRegistrations why, by the carrier's address
 * @param recordingTrouble why calls cannot be recorded or taken in; empty: all is well
 */
public record FloorFigures(Instant at, List<CampaignFigures> campaigns, List<TrunkFigures> trunks,
        Map<String, Words> lostRegistrations, Optional<Words> recordingTrouble, RecordingFigures recordings,
        List<AgentFigures> agents) {
    public FloorFigures {
        campaigns = List.copyOf(campaigns);
        trunks = List.copyOf(trunks);
        lostRegistrations = Map.copyOf(lostRegistrations);
        agents = List.copyOf(agents);
    }

    /** {@code cases} and {@code met}: those that have been open all week, and those of them that have had their cadence target. */
    public record CampaignFigures(String id, String name, double cap, List<AbandonmentFigures> abandonment,
            AnswerFigures answers, long cases, long met) {
        public CampaignFigures {
            abandonment = List.copyOf(abandonment);
        }
    }

    /**
     * Of the calls that persons answered in a window that ends now.
     *
     * @param rate abandoned ones, 0 to 1
     */
    public record AbandonmentFigures(Duration window, double answered, double rate) {}

    /** Calls whose phones rang or not, and those that were answered: in the last half hour, and in the four hours before it. */
    public record AnswerFigures(long calls, long answered, long callsBefore, long answeredBefore) {}

    /**
     * A trunk.
     *
     * @param backsOff nothing is placed through it now
     * @param trouble what it refused; empty: it carries calls
     * @param unreachable what of its far side does not answer the PBX, or that nothing is heard of calls; empty: all is well
     */
    public record TrunkFigures(String name, boolean backsOff, Optional<Words> trouble, Optional<Words> unreachable) {}

    /** Recordings of the last hour that lack something; one may count twice. */
    public record RecordingFigures(long missing, long tooShort, long oneSided) {
        public static final RecordingFigures NONE = new RecordingFigures(0, 0, 0);

        long flawed() {
            return missing + tooShort + oneSided;
        }
    }

    /** An agent on a break, whose reason this is, or wrapping up, without one. */
    public record AgentFigures(long id, String name, Optional<String> breakReason, Instant since) {}
}
