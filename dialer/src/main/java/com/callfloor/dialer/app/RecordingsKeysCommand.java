package com.callfloor.dialer.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

import com.callfloor.dialer.config.ConfigFile;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;
import com.callfloor.recorder.vault.seal.RecordingKeys;
import com.callfloor.recorder.vault.seal.SealKey;
import com.callfloor.recorder.vault.seal.SealedVault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The keys that recordings are encrypted under: which there are, and one more. Needs no database. */
@Command(name = "keys")
final class RecordingsKeysCommand implements Callable<Integer> {
    private static final String ROTATE = "rotate";

    @Parameters(arity = "0..1", defaultValue = "")
    private String what = "";

    @Option(names = "--count")
    private boolean count;

    private final PrintStream out;

    RecordingsKeysCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Home home = Home.found();
        FloorConfig config = new ConfigFile().read(home.configFile(), System.getenv());
        Path file = Vaults.keyFile(home, config);
        if (!what.isEmpty() && !what.equals(ROTATE)) {
            throw new VerbProblem("'" + what + "' is not known; say nothing to see the keys, or rotate to add one");
        }
        if (!Files.exists(file)) {
            throw new VerbProblem(
                    file + " is not there: the first start of the floor makes it. If recordings were stored "
                            + "already, put your copy of it back");
        }
        RecordingKeys keys = RecordingKeys.open(file);
        if (what.equals(ROTATE)) {
            SealKey added = keys.rotate(Clock.systemUTC().instant());
            out.println("Key " + added.number() + " was added to " + file + ". What is stored from now on is encrypted "
                    + "under it, by a running floor too; what is stored opens as before.");
            out.println("Copy the file again: recordings under the new key cannot be played without it.");
        }
        Map<Integer, Long> recordings = count ? counted(Vaults.store(home, config)) : Map.of();
        for (SealKey key : keys.list()) {
            out.println("key " + key.number() + "  made " + key.madeAt()
                    + (count ? "  " + recordings.getOrDefault(key.id(), 0L) + " recordings" : "")
                    + (key.primary() ? "  new recordings use it" : ""));
        }
        return 0;
    }

    /** Reads the beginning of each object. */
    private Map<Integer, Long> counted(Vault store) throws IOException {
        Map<Integer, Long> counts = new HashMap<>();
        store.list(new Vault.Listing() {
            @Override
            public void object(VaultKey key) throws IOException {
                OptionalInt under = SealedVault.keyOf(store, key);
                if (under.isPresent()) {
                    counts.merge(under.getAsInt(), 1L, Long::sum);
                }
            }

            @Override
            public void stranger(String name) {}
        });
        return counts;
    }
}
