package com.callfloor.dialer.app;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.callfloor.dialer.recordings.RetentionPlan.Verdict;
import com.callfloor.dialer.store.RecordingChain;
import com.callfloor.dialer.store.SqlRecordingProof;
import com.callfloor.dialer.store.SqlRetentionBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which recordings have been kept for long enough, and why. Deletes nothing: the running floor does, once a day. */
@Command(name = "expire")
final class RecordingsExpireCommand implements Callable<Integer> {
    @Option(names = "--dry-run")
    private boolean dryRun;

    private final PrintStream out;
    private long due;
    private long kept;
    private long forEver;

    RecordingsExpireCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        if (!dryRun) {
            throw new VerbProblem("this verb deletes nothing, the running floor does, once a day; say --dry-run to see "
                    + "what is due");
        }
        Home home = Home.found();
        try (DatabaseForVerbs here = DatabaseForVerbs.open(home)) {
            var head = Optional.of(home.recordingsHead());
            var run = new RetentionRun(new SqlRetentionBook(here.database, new RecordingChain(here.database, head)),
                    RetentionReader.read(here.config),
                    Vaults.reading(home, here.config, new SqlRecordingProof(here.database, head)));
            Instant now = Clock.systemUTC().instant();
            run.doubt(now).ifPresent(out::println);
            run.judge(now, (recording, verdict) -> {
                switch (verdict) {
                    case Verdict.Due found -> {
                        due++;
                        out.println("attempt " + recording.attempt() + ": due since " + found.since() + ": "
                                + found.why());
                    }
                    case Verdict.Keep keep -> {
                        kept++;
                        forEver += keep.forEver() ? 1 : 0;
                    }
                }
            });
        }
        out.printf("%d recordings would be deleted, %d kept, %d of these for ever%n", due, kept, forEver);
        return 0;
    }
}
