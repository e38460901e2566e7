package com.callfloor.dialer.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.recordings.ListeningRights.Scope;
import com.callfloor.dialer.recordings.RecordingCatalogue;
import com.callfloor.dialer.recordings.RecordingCatalogue.RecordingView;
import com.callfloor.dialer.store.SqlRecordingCatalogue;
import com.callfloor.recorder.audio.Sha256;
import com.callfloor.recorder.vault.FileVault;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Is there a recording for each answered call, and is each one what it was when it was stored? */
@Command(name = "verify")
final class RecordingsVerifyCommand implements Callable<Integer> {
    private static final int PAGE = 200;
    private static final int FLAWED = 1;

    @Option(names = "--json")
    private boolean json;

    private final PrintStream out;
    private final List<String> faults = new ArrayList<>();
    private long checked;

    RecordingsVerifyCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws Exception {
        Home home = Home.found();
        try (DatabaseForVerbs here = DatabaseForVerbs.open(home)) {
            RecordingCatalogue recordings = new SqlRecordingCatalogue(here.database);
            Vault vault = new FileVault(home.resolve(here.config.recorder().vault()));
            @Nullable
            AttemptId before = null;
            List<RecordingView> page;
            do {
                page = recordings.page(Scope.ALL, null, before, PAGE);
                for (RecordingView recording : page) {
                    check(recording, vault);
                    before = recording.id();
                }
            } while (page.size() == PAGE);
        }
        tell();
        return faults.isEmpty() ? 0 : FLAWED;
    }

    private void check(RecordingView recording, Vault vault) {
        checked++;
        String key = recording.objectKey();
        if (key == null) {
            faults.add("attempt " + recording.id() + ", answered at " + recording.answeredAt()
                    + ": no recording is stored (" + recording.state() + ")");
            return;
        }
        try (InputStream stored = vault.open(new VaultKey(key))) {
            if (!Objects.equals(Sha256.of(stored), recording.sha256())) {
                faults.add("attempt " + recording.id() + ": the object " + key + " was changed since it was stored");
            }
        } catch (IOException e) {
            faults.add("attempt " + recording.id() + ": the object " + key + " cannot be read: " + e.getMessage());
        }
    }

    private void tell() throws IOException {
        if (json) {
            ObjectNode answer = new ObjectMapper().createObjectNode().put("checked", checked);
            faults.forEach(answer.putArray("faults")::add);
            out.println(answer);
            return;
        }
        faults.forEach(out::println);
        out.printf("%d recordings checked, %d faults%n", checked, faults.size());
    }
}
