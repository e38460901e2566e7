package com.callfloor.recorder.vault.seal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.recorder.vault.Folders;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

/**
 * The floor's keys as they lie in their file: a Tink keyset in JSON, and when each key was made. Only its owner may read
 * it. Who loses it loses every recording that was sealed under it.
 */
record KeyFile(KeysetHandle keyset, Map<Integer, Instant> madeAt) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ABOUT = "The keys of this floor's recordings. Keep a copy apart from this machine, where "
            + "nobody else can read it: without this file no recording can be played any more.";

    KeyFile {
        madeAt = Map.copyOf(madeAt);
    }

    static KeyFile read(Path file) throws IOException {
        String text = Files.readString(file);
        try {
            AeadConfig.register();
            JsonNode json = JSON.readTree(text);
            Map<Integer, Instant> madeAt = new HashMap<>();
            for (JsonNode key : json.path("keys")) {
                madeAt.put((int) key.path("id").asLong(), Instant.parse(key.path("made_at").asText()));
            }
            return new KeyFile(TinkJsonProtoKeysetFormat.parseKeyset(json.path("keyset").toString(),
                    RegistryConfiguration.get(), InsecureSecretKeyAccess.get()), madeAt);
        } catch (JsonProcessingException | GeneralSecurityException | DateTimeParseException e) {
            // Not the cause's words: they might hold a part of the file.
            throw new IOException(file + " does not hold the recordings' keys as they were written; "
                    + "put your copy of it back");
        }
    }

    /** One new key. */
    static KeyFile first(Instant now) throws IOException {
        return with(KeysetHandle.newBuilder(), Map.of(), now);
    }

    /** The same with one more key, under which everything new is sealed. */
    KeyFile rotated(Instant now) throws IOException {
        return with(KeysetHandle.newBuilder(keyset), madeAt, now);
    }

    private static KeyFile with(KeysetHandle.Builder keys, Map<Integer, Instant> before, Instant now)
            throws IOException {
        try {
            AeadConfig.register();
            KeysetHandle more = keys.addEntry(KeysetHandle
                    .generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId()
                    .makePrimary())
                    .build();
            Map<Integer, Instant> madeAt = new HashMap<>(before);
            madeAt.put(more.getPrimary().getId(), now);
            return new KeyFile(more, madeAt);
        } catch (GeneralSecurityException e) {
            throw new IOException("no key can be made", e);
        }
    }

    List<SealKey> keys() {
        List<SealKey> keys = new ArrayList<>();
        for (int i = 0; i < keyset.size(); i++) {
            var entry = keyset.getAt(i);
            keys.add(new SealKey(entry.getId(), madeAt.getOrDefault(entry.getId(), Instant.EPOCH), entry.isPrimary()));
        }
        return keys;
    }

    /** Writes a file that is not there yet; fails if it is, also if somebody else made it just now. */
    void writeNew(Path file) throws IOException {
        Path fresh = written(file);
        try {
            // A link, since a move would quietly replace what somebody else made meanwhile.
            Files.createLink(file, fresh);
            Folders.force(folder(file));
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** A file beside the keys, for whoever adds one to lock: theirs is another file after each. */
    static FileChannel lock(Path file) throws IOException {
        return FileChannel.open(folder(file).resolve(file.getFileName() + ".lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /** Replaces the file in one step. */
    void replace(Path file) throws IOException {
        Files.move(written(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Folders.force(folder(file));
    }

    private Path written(Path file) throws IOException {
        Path folder = folder(file);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Path fresh = Files.createTempFile(folder, "recording-keys", ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text());
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return fresh;
    }

    private String text() throws IOException {
        ObjectNode json = JSON.createObjectNode().put("about", ABOUT);
        var keys = json.putArray("keys");
        keys().forEach(key -> keys.addObject().put("id", key.number()).put("made_at", key.madeAt().toString()));
        try {
            json.set("keyset", JSON.readTree(
                    TinkJsonProtoKeysetFormat.serializeKeyset(keyset, RegistryConfiguration.get(),
                            InsecureSecretKeyAccess.get())));
        } catch (GeneralSecurityException e) {
            throw new IOException("the keys cannot be written down", e);
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + '\n';
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("no file for keys: " + file);
        }
        return folder;
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "keys " + keys();
    }
}
