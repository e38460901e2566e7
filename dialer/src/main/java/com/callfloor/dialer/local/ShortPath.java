package com.callfloor.dialer.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import java.util.regex.Pattern;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Another name for a folder whose own name some programs cannot bear: Unix sockets end at 108 characters, and a comma
 * or a space would split an argument of the dialplan.
 */
final class ShortPath {
    private static final int LONGEST = 80;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/+-]{1," + LONGEST + "}");
    private static final int HASH_LENGTH = 12;

    private ShortPath() {}

    /**
     * The folder itself if its name is short and plain, else a symbolic link to it from the folder for temporary files.
     *
     * @throws LocalFloorException if the link cannot be made, or is somebody else's
     */
    static Path of(Path folder) {
        Path real = folder.toAbsolutePath().normalize();
        if (PLAIN.matcher(real.toString()).matches()) {
            return real;
        }
        String hash = UUID.nameUUIDFromBytes(real.toString().getBytes(UTF_8)).toString().replace("-", "");
        Path own = Path.of("/tmp/callfloor-%s".formatted(System.getProperty("user.name")));
        Path link = own.resolve(hash.substring(0, HASH_LENGTH));
        try {
            makeOwn(own);
            // One that leads there already may be in use by another process.
            if (!Files.isSymbolicLink(link) || !Files.readSymbolicLink(link).equals(real)) {
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, real);
            }
            return link;
        } catch (IOException e) {
            throw new LocalFloorException("""
                    The path %s is too long or has characters that Asterisk cannot bear, \
                    and the short name %s cannot be made; move the checkout""".formatted(real, link), e);
        }
    }

    /** The folder for temporary files is everybody's: whoever made this one before us could lead us anywhere. */
    private static void makeOwn(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(folder,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        if (!Files.getOwner(folder).getName().equals(System.getProperty("user.name"))) {
            throw new IOException(folder + " belongs to " + Files.getOwner(folder));
        }
    }
}
