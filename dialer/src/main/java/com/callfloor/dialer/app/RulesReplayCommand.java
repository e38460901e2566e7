package com.callfloor.dialer.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import com.callfloor.dialer.config.ConfigFile;
import com.callfloor.dialer.rules.replay.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Verdicts for a stream of calls, facts and queries, under the named packs. */
@Command(name = "replay")
final class RulesReplayCommand implements Callable<Integer> {
    @Option(names = "--packs", required = true, split = ",", paramLabel = "PACKS")
    private List<String> packs = List.of();

    @Option(names = "--in", required = true, paramLabel = "FILE")
    private Path in = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE")
    private Path out = Path.of("");

    private final PrintStream said;

    RulesReplayCommand(PrintStream said) {
        this.said = said;
    }

    @Override
    public Integer call() throws Exception {
        Home home = Home.found();
        if (!Files.isReadable(in)) {
            throw new VerbProblem("--in " + in + " cannot be read; name a file with a JSON object a line");
        }
        Duration longestRing = new ConfigFile().read(home.configFile(), System.getenv()).dialing().longestRing();
        ReplayFile file = new ReplayFile(new Replay(RulePacks.named(home, packs), longestRing));
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new VerbProblem("--out " + out + ": there is no folder " + folder + "; make it first");
        }
        // Beside the target, so that a stream with an error in it leaves no half an answer behind.
        Path half = Files.createTempFile(folder, "replay", ".jsonl");
        try {
            long queries = answer(file, half);
            Files.move(half, out, StandardCopyOption.REPLACE_EXISTING);
            said.println(queries + " queries answered under " + String.join(", ", packs) + " in " + out);
            return 0;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private long answer(ReplayFile file, Path half) throws IOException, VerbProblem {
        try (BufferedReader reader = Files.newBufferedReader(in); Writer writer = Files.newBufferedWriter(half)) {
            return file.answer(reader, writer);
        }
    }
}
