package com.callfloor.dialer.app;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.config.FloorConfig.S3Section;
import com.callfloor.dialer.recordings.RecordingProof;
import com.callfloor.recorder.vault.FileVault;
import com.callfloor.recorder.vault.Vault;
import com.callfloor.recorder.vault.VaultKey;
import com.callfloor.recorder.vault.s3.S3Settings;
import com.callfloor.recorder.vault.s3.S3Vault;
import com.callfloor.recorder.vault.seal.RecordingKeys;
import com.callfloor.recorder.vault.seal.SealedVault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The vault of the configuration, encrypted. */
final class Vaults {
    private static final Logger LOG = LoggerFactory.getLogger(Vaults.class);
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    /** Everything is encrypted from some recording on, so the newest ones tell. */
    private static final int LOOKED_AT = 20;
    private static final String WHERE = "config/floor.yaml: recorder.s3: ";

    private Vaults() {}

    /** For a floor. Makes the keys if there are none and no recording needs any. */
    static Vault of(Home home, FloorConfig config, RecordingProof recordings, Clock clock) throws ConfigProblem {
        Vault store = store(home, config);
        Path file = keyFile(home, config);
        try {
            if (!Files.exists(file)) {
                refuseWhereKeysAreNeeded(store, file, recordings);
                refuseWhereTheStoreIsAway(store, file, recordings);
                RecordingKeys.make(file, clock.instant());
                // No warning: these go to the terminal too, into the lines of progress; `up` says it in a note of its own.
                LOG.info("new keys for recordings were made in {}", file);
            }
            return new SealedVault(store, RecordingKeys.open(file));
        } catch (IOException e) {
            throw new ConfigProblem("recorder.keys: " + e.getMessage(), e);
        }
    }

    /** For a verb. Makes nothing; without keys what is not encrypted is read all the same. */
    static Vault reading(Home home, FloorConfig config, RecordingProof recordings) throws ConfigProblem {
        Vault store = store(home, config);
        Path file = keyFile(home, config);
        try {
            if (Files.exists(file)) {
                return new SealedVault(store, RecordingKeys.open(file));
            }
            refuseWhereKeysAreNeeded(store, file, recordings);
            return store;
        } catch (IOException e) {
            throw new ConfigProblem("recorder.keys: " + e.getMessage(), e);
        }
    }

    static Path keyFile(Home home, FloorConfig config) {
        return home.resolve(config.recorder().keys());
    }

    /** What the objects lie in, as they lie there. */
    static Vault store(Home home, FloorConfig config) throws ConfigProblem {
        S3Section s3 = config.recorder().s3();
        if (!s3.endpoint().isEmpty()) {
            return new S3Vault(settings(home, s3));
        }
        try {
            return new FileVault(home.resolve(config.recorder().vault()));
        } catch (IOException e) {
            throw new ConfigProblem("recorder.vault: the folder " + config.recorder().vault()
                    + " cannot be made: " + e.getMessage(), e);
        }
    }

    private static S3Settings settings(Home home, S3Section s3) throws ConfigProblem {
        try {
            URI endpoint = URI.create(s3.endpoint());
            if ("http".equals(endpoint.getScheme()) && !LOOPBACK.contains(String.valueOf(endpoint.getHost()))) {
                throw new IllegalArgumentException("endpoint " + endpoint + " is spoken to in the clear; use https");
            }
            if (s3.secretKey().isEmpty() == s3.secretFile().isEmpty()) {
                throw new IllegalArgumentException(
                        "give either secret_key, best as FLOOR_RECORDER_S3_SECRET_KEY, or secret_file");
            }
            String secret = s3.secretKey().isEmpty()
                    ? Files.readString(home.resolve(s3.secretFile())).strip()
                    : s3.secretKey();
            return new S3Settings(endpoint, s3.bucket(), s3.region(), s3.accessKey(), secret, s3.pathStyle(),
                    s3.connectTimeout(), s3.timeout());
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem(WHERE + e.getMessage(), e);
        } catch (IOException e) {
            throw new ConfigProblem(WHERE + "secret_file " + s3.secretFile() + " cannot be read", e);
        }
    }

    /** New keys would be used from then on, and nobody would notice for long that the old ones are lost. */
    private static void refuseWhereKeysAreNeeded(Vault store, Path file, RecordingProof recordings)
            throws IOException, ConfigProblem {
        for (String name : recordings.newest(LOOKED_AT)) {
            Optional<VaultKey> key = VaultKey.parse(name);
            if (key.isPresent() && isSealed(store, key.get())) {
                throw new ConfigProblem(
                        "recorder.keys: " + file + " is missing, and recordings are encrypted under its "
                                + "keys. Put your copy of it back; without it they cannot be played");
            }
        }
    }

    /** What is not there cannot tell whether it needs keys: a store that is not mounted would have new ones made. */
    private static void refuseWhereTheStoreIsAway(Vault store, Path file, RecordingProof recordings)
            throws IOException, ConfigProblem {
        List<String> newest = recordings.newest(LOOKED_AT);
        for (String name : newest) {
            Optional<VaultKey> key = VaultKey.parse(name);
            if (key.isPresent() && store.exists(key.get())) {
                return;
            }
        }
        if (!newest.isEmpty()) {
            throw new ConfigProblem("recorder.keys: " + file + " is missing, and so is each of the "
                    + newest.size() + " newest recordings in the store. Mount the store and put your copy of the keys "
                    + "back; new keys are made only where it is certain that no recording needs the old ones");
        }
    }

    private static boolean isSealed(Vault store, VaultKey key) throws IOException {
        try {
            return SealedVault.keyOf(store, key).isPresent();
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
