package com.callfloor.recorder.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.callfloor.recorder.audio.AudioCheck;
import com.callfloor.recorder.audio.DebtorSide;
import com.callfloor.recorder.audio.Flaw;
import com.callfloor.recorder.audio.Inspection;
import com.callfloor.recorder.audio.RawWav;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.register.RecordingRegister;
import com.callfloor.recorder.register.RecordingState;
import com.callfloor.recorder.register.RegisterUnavailableException;
import com.callfloor.recorder.register.StoredRecording;
import com.callfloor.recorder.spool.RawFile;
import com.callfloor.recorder.spool.Spool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one recording from the spool to its home: measure the raw file, keep it, prove it, register it, and only then
 * delete the raw file. A crash between any two steps is mended by taking it again. Never waits for anything to happen;
 * where waiting is due the result says so. Thread-safe, as long as one attempt is not taken by two threads at once.
 */
public final class Intake {
    /**
     * A raw file that is shorter than its call, or ends within a frame, may still be written to; it is taken only after
     * it has looked the same for this long. The PBX writes at least every 130 ms.
     */
    public static final Duration SETTLE = Duration.ofMillis(400);

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final Spool spool;
    private final DebtorSide debtorSide;
    private final RecordingHome home;
    private final RecordingRegister register;
    private final Duration missingAfter;
    private final InstantSource clock;
    private final Sightings sightings = new Sightings();

    /**
     * @param debtorSide where the PBX's raw files have the debtor
     * @param missingAfter how long after a call's end its raw file may still turn up before it counts as missing
     * @param clock the one by which the calls' times were taken
     */
    public Intake(Spool spool, DebtorSide debtorSide, RecordingHome home, RecordingRegister register,
            Duration missingAfter, InstantSource clock) {
        this.spool = spool;
        this.debtorSide = debtorSide;
        this.home = home;
        this.register = register;
        this.missingAfter = missingAfter;
        this.clock = clock;
    }

    /** Takes the recording of an ended call in. Blocks for reading and writing only. */
    public IntakeResult take(ExpectedRecording expected) {
        try {
            if (register.stateOf(expected.attemptId()) instanceof RecordingState.Kept(StoredRecording kept)) {
                return clearLeftover(kept);
            }
            Optional<RawFile> raw = spool.find(expected.attemptId());
            return raw.isPresent() ? takeRaw(expected, raw.get()) : withoutRaw(expected);
        } catch (IOException | RegisterUnavailableException e) {
            return new IntakeResult.Failed("attempt " + expected.attemptId() + ": " + e.getMessage(), e);
        }
    }

    /**
     * Deals with a raw file that nobody announced: takes it in if its recording is due, even one marked as missing;
     * removes it if the same is kept already; leaves it alone if the register does not know its call as ended.
     */
    public IntakeResult takeUnannounced(UUID attemptId) {
        try {
            return switch (register.stateOf(attemptId)) {
                case RecordingState.Unknown() -> new IntakeResult.NotYet("the register knows of no such ended call");
                case RecordingState.Due(ExpectedRecording expected) -> take(expected);
                case RecordingState.Kept(StoredRecording kept) -> clearLeftover(kept);
            };
        } catch (IOException | RegisterUnavailableException e) {
            return new IntakeResult.Failed("attempt " + attemptId + ": " + e.getMessage(), e);
        }
    }

    private IntakeResult takeRaw(ExpectedRecording expected, RawFile raw) throws IOException {
        if (clock.instant().isBefore(expected.endedAt())) {
            return new IntakeResult.NotYet("the call has not ended");
        }
        RawWav wav = new RawWav(raw.path(), raw.bytes(), debtorSide);
        Inspection measured = inspect(wav);
        Set<Flaw> flaws = AudioCheck.flaws(measured, expected.expectation(), wav.strayBytes());
        boolean suspicious = flaws.contains(Flaw.TOO_SHORT) || flaws.contains(Flaw.ODD_LENGTH);
        if (suspicious && !sightings.stoodStill(raw, clock.instant(), SETTLE)) {
            return new IntakeResult.NotYet("shorter than its call; it may still be written to");
        }
        // Before, because a remote home registers what it keeps; after, because only what was kept may be deleted.
        if (!spool.unchanged(raw)) {
            return new IntakeResult.NotYet("the raw file changed while it was measured");
        }
        StoredObject object = home.keep(expected, measured, wav);
        if (!spool.unchanged(raw)) {
            return new IntakeResult.NotYet("the raw file changed while it was kept");
        }
        StoredRecording recording = object.of(expected, measured, flaws, clock.instant());
        register.stored(recording, measured.waveform());
        sightings.forget(expected.attemptId());
        deleteOrLeave(raw);
        return new IntakeResult.Stored(recording);
    }

    /** The recording is kept whether or not its raw file can be deleted; one that stays is dealt with as a leftover. */
    private void deleteOrLeave(RawFile raw) {
        try {
            spool.delete(raw);
        } catch (IOException e) {
            log.warn("{} is kept, its raw file cannot be deleted; may this user write in the spool? {}",
                    raw.attemptId(),
                    e.toString());
        }
    }

    private IntakeResult withoutRaw(ExpectedRecording expected) {
        if (clock.instant().isBefore(expected.endedAt().plus(missingAfter))) {
            return new IntakeResult.NotYet("no raw file yet");
        }
        String why = "no raw file " + missingAfter.toSeconds() + " s after the call's end";
        register.missing(expected.attemptId(), why);
        sightings.forget(expected.attemptId());
        return new IntakeResult.Missing(why);
    }

    /** A crash came between registering and deleting, or the PBX wrote a second file under the same id. */
    private IntakeResult clearLeftover(StoredRecording kept) throws IOException {
        Optional<RawFile> raw = spool.find(kept.attemptId());
        if (raw.isPresent()) {
            Inspection measured = inspect(new RawWav(raw.get().path(), raw.get().bytes(), debtorSide));
            if (!kept.sounds(measured)) {
                throw new LeftoverDiffersException(raw.get().path());
            }
            spool.delete(raw.get());
        }
        return new IntakeResult.AlreadyStored(kept);
    }

    private static Inspection inspect(RawWav wav) throws IOException {
        try (InputStream in = wav.open()) {
            return Inspection.of(in);
        }
    }
}
