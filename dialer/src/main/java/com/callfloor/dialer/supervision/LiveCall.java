package com.callfloor.dialer.supervision;

import com.callfloor.dialer.agents.Agent;
import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.CallState;
import org.jspecify.annotations.Nullable;

/**
 * An attempt on the floor at one instant.
 *
 * @param numberMasked as people may see it, such as {@code 138****0001}
 * @param agent who was chosen for it; null before that, and for good if nobody came
 * @param recordingPause null: the call is recorded
 * @param conference null: no third is in it
 */
public record LiveCall(AttemptId attempt, CallState state, String caseRef, String numberMasked,
        @Nullable Agent agent, @Nullable RecordingPause recordingPause, @Nullable Conference conference) {}
