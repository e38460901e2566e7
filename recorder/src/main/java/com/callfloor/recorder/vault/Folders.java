package com.callfloor.recorder.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Folders whose entries survive a power cut. Needs a file system that can force a folder, as Linux ones can. */
public final class Folders {
    private Folders() {}

    /** Makes the folder and what is missing above it, each entry forced to the disk. Safe to race. */
    public static Path makeDurably(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            makeDurably(parent);
        }
        Files.createDirectories(folder);
        if (parent != null) {
            force(parent);
        }
        return folder;
    }

    public static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
