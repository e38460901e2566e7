package com.callfloor.dialer.supervision;

import java.time.Instant;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.calls.Purpose;
import com.callfloor.dialer.cases.CaseCard;
import org.jspecify.annotations.Nullable;

/**
 * What the chosen agent sees of whoever answered.
 *
 * @param connected whether the two hear each other already; false while the PBX is still joining them
 * @param numberMasked as people may see it, such as {@code 138****0001}
 * @param purpose whether the agent speaks to the debtor, or to a listed contact who must not hear of the debt
 * @param recordingPause null: the call is recorded
 * @param hold null: the two hear each other
 * @param transfer null: the talk is not being given to anybody
 * @param conference null: no third is in it
 * @param outside null: the talk is not being given to anybody outside the floor
 */
public record ScreenPop(AttemptId attempt, Instant answeredAt, boolean connected, String numberMasked,
        Purpose purpose, CaseCard card, @Nullable RecordingPause recordingPause, @Nullable Hold hold,
        @Nullable Transfer transfer, @Nullable Conference conference, @Nullable OutsideTransfer outside) {
    /** One of which nobody outside the floor hears. */
    public ScreenPop(AttemptId attempt, Instant answeredAt, boolean connected, String numberMasked, Purpose purpose,
            CaseCard card, @Nullable RecordingPause recordingPause, @Nullable Hold hold, @Nullable Transfer transfer,
            @Nullable Conference conference) {
        this(attempt, answeredAt, connected, numberMasked, purpose, card, recordingPause, hold, transfer, conference,
                null);
    }
}
