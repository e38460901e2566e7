package com.callfloor.dialer.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** This user's folder among everybody's temporary files, for what all checkouts on the machine share. */
final class OwnTemporaries {
    private OwnTemporaries() {}

    /**
     * Made if it is not there. Whoever made one of that name before us could lead us anywhere.
     *
     * @throws IOException if it is somebody else's, or cannot be made
     */
    static Path folder() throws IOException {
        String user = System.getProperty("user.name");
        Path folder = Path.of("/tmp/callfloor-%s".formatted(user));
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            makeUnlessAnotherProcessDoes(folder);
        }
        if (!Files.getOwner(folder).getName().equals(user)) {
            throw new IOException(folder + " belongs to " + Files.getOwner(folder));
        }
        return folder;
    }

    private static void makeUnlessAnotherProcessDoes(Path folder) throws IOException {
        try {
            Files.createDirectory(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
        }
    }
}
