package com.callfloor.dialer.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The passwords between the parts of the local floor: random for each install, kept in {@code var/secrets}, readable by
 * their owner only.
 */
public final class Secrets {
    private static final int BYTES = 16;

    private final Path folder;
    private final SecureRandom random;

    /**
     * Reads nothing yet.
     *
     * @param var the checkout's folder for local state
     * @param random where new secrets come from
     */
    public Secrets(Path var, SecureRandom random) {
        this.folder = var.toAbsolutePath().resolve("secrets");
        this.random = random;
    }

    /**
     * The secret of this name, made when it is first asked for: 32 hexadecimal digits, so it needs no quoting anywhere.
     *
     * @throws LocalFloorException if it can be neither read nor written
     */
    public synchronized String of(String name) {
        Path file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new LocalFloorException("The secret %s can be neither read nor made".formatted(file), e);
        }
    }

    private void make(Path file) throws IOException {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        Files.createDirectories(folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path fresh = Files.createTempFile(folder, file.getFileName() + ".", ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, HexFormat.of().formatHex(bytes).getBytes(StandardCharsets.US_ASCII));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
