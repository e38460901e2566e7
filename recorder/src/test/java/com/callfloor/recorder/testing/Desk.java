package com.callfloor.recorder.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

import com.callfloor.recorder.audio.DebtorSide;
import com.callfloor.recorder.audio.RecordingFormat;
import com.callfloor.recorder.intake.Beginnings;
import com.callfloor.recorder.intake.Intake;
import com.callfloor.recorder.intake.VaultHome;
import com.callfloor.recorder.register.RecordingRegister;
import com.callfloor.recorder.spool.Spool;
import com.callfloor.recorder.vault.FileVault;
import com.callfloor.recorder.vault.Vault;

/** A recorder's folders and books, which outlive its process. */
public final class Desk {
    public static final Duration MISSING_AFTER = Duration.ofMinutes(10);

    public final Path spoolFolder;
    public final Spool spool;
    public final FileVault vault;
    public final MemoryRegister register = new MemoryRegister();

    private final RecordingFormat format;

    /** Keeps WAV, which tests can look into without a decoder. */
    public Desk(Path folder) throws IOException {
        this(folder, RecordingFormat.WAV);
    }

    public Desk(Path folder, RecordingFormat format) throws IOException {
        this.format = format;
        spoolFolder = Files.createDirectories(folder.resolve("spool"));
        spool = new Spool(spoolFolder);
        vault = new FileVault(folder.resolve("vault"));
    }

    public Intake intake(InstantSource clock) {
        return intake(DebtorSide.LEFT, vault, register, clock);
    }

    public Intake intake(DebtorSide side, Vault through, RecordingRegister books, InstantSource clock) {
        return intake(side, through, books, clock, Beginnings.NONE);
    }

    public Intake intake(DebtorSide side, Vault through, RecordingRegister books, InstantSource clock,
            Beginnings beginnings) {
        return new Intake(spool, side, new VaultHome(through, format, beginnings), books, MISSING_AFTER, clock);
    }

    public VaultHome home() {
        return new VaultHome(vault, format, Beginnings.NONE);
    }
}
