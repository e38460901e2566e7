package com.callfloor.recorder.intake;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;

import com.callfloor.recorder.audio.PcmFormat;
import com.callfloor.recorder.register.ExpectedRecording;
import com.callfloor.recorder.testing.Calls;
import com.callfloor.recorder.testing.Desk;
import com.callfloor.recorder.testing.MovableClock;
import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static com.callfloor.recorder.testing.Calls.ANSWERED;
import static org.assertj.core.api.Assertions.assertThat;

class IntakeOfLongCallsTest {
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final long EIGHT_MEBIBYTES = 8L << 20;

    @Test
    void aCallOfTwoHours_isTakenInWithoutEverBeingInMemory(@TempDir Path folder) throws IOException {
        Desk desk = new Desk(folder);
        ExpectedRecording call = Calls.abandoned(TWO_HOURS);
        try (RandomAccessFile raw = new RandomAccessFile(desk.spoolFolder.resolve(call.attemptId() + ".raw").toFile(),
                "rw")) {
            raw.setLength(TWO_HOURS.toSeconds() * PcmFormat.BYTES_PER_SECOND);
        }
        Intake intake = desk.intake(new MovableClock(ANSWERED.plus(TWO_HOURS)));
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = memory.getCurrentThreadAllocatedBytes();
        IntakeResult result = intake.take(call);
        long allocated = memory.getCurrentThreadAllocatedBytes() - before;

        assertThat(result).isInstanceOf(IntakeResult.Stored.class);
        assertThat(allocated).as("of 230 MB").isLessThan(EIGHT_MEBIBYTES);
    }
}
