package com.callfloor.dialer.app;

import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import com.callfloor.dialer.recordings.RecordingFlaw;
import com.callfloor.dialer.recordings.RecordingProof;
import com.callfloor.dialer.store.SqlRecordingProof;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Is there a recording for each answered call, is each one what it was when it was stored, and was none cut out? */
@Command(name = "verify")
final class RecordingsVerifyCommand implements Callable<Integer> {
    private static final int FLAWED = 1;

    @Option(names = "--json")
    private boolean json;

    private final PrintStream out;
    /** Only for JSON; text is told at once, so that memory does not grow. */
    private final List<RecordingFlaw> found = new ArrayList<>();
    private long flaws;

    RecordingsVerifyCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Home home = Home.found();
        try (DatabaseForVerbs here = DatabaseForVerbs.open(home)) {
            RecordingProof proof = new SqlRecordingProof(here.database, Optional.of(home.recordingsHead()));
            long checked = new RecordingsVerification(proof, Vaults.reading(home, here.config, proof), this::tell)
                    .run(Clock.systemUTC().instant());
            if (json) {
                out.println(answer(checked));
            } else {
                out.printf("%d recordings checked, %d faults%n", checked, flaws);
            }
        }
        return flaws == 0 ? 0 : FLAWED;
    }

    private void tell(RecordingFlaw flaw) {
        flaws++;
        if (json) {
            found.add(flaw);
        } else {
            out.println(flaw.words());
        }
    }

    private ObjectNode answer(long checked) {
        ObjectNode answer = new ObjectMapper().createObjectNode().put("checked", checked);
        ArrayNode faults = answer.putArray("faults");
        ArrayNode flawed = answer.putArray("flaws");
        for (RecordingFlaw flaw : found) {
            faults.add(flaw.words());
            flawed.addObject()
                    .put("kind", flaw.kind().code())
                    .put("attempt", flaw.attempt())
                    .put("fault", flaw.words());
        }
        return answer;
    }
}
