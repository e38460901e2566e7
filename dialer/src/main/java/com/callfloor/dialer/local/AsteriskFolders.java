package com.callfloor.dialer.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One Asterisk's own folders.
 *
 * @param root under which they all lie, by a name that Asterisk can bear
 */
public record AsteriskFolders(Path root) {
    private static final List<String> NAMES = List.of("etc", "data", "db", "log", "run", "spool");

    /** Its configuration. */
    public Path etc() {
        return root.resolve("etc");
    }

    /** Its database: phones' registrations, the carrier's counters. */
    public Path db() {
        return root.resolve("db");
    }

    /** What it and its console print. */
    public Path log() {
        return root.resolve("log");
    }

    /** Where MixMonitor writes. */
    public Path recordings() {
        return root.resolve("spool/monitor");
    }

    Path control() {
        return root.resolve("run/asterisk.ctl");
    }

    /** The folders as values for the templates. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        NAMES.forEach(name -> values.put(name, root.resolve(name).toString()));
        return values;
    }

    /** Makes what is missing and points the data folder to the sounds and to the installed documentation. */
    void make(AsteriskTool tool, Path sounds) {
        try {
            for (String name : NAMES) {
                Files.createDirectories(root.resolve(name));
            }
            Files.createDirectories(recordings());
            Path data = root.resolve("data");
            Files.createDirectories(data.resolve("keys"));
            Files.createDirectories(data.resolve("sounds"));
            link(data.resolve("documentation"), tool.data().resolve("documentation"));
            try (Stream<Path> spoken = Files.list(sounds)) {
                for (Path folder : spoken.filter(Files::isDirectory).toList()) {
                    link(data.resolve("sounds").resolve(folder.getFileName()), folder);
                }
            }
            Files.write(data.resolve("sounds/beep.wav"), BeepSound.wav());
        } catch (IOException e) {
            throw new LocalFloorException("The folders of an Asterisk cannot be made under " + root, e);
        }
    }

    private static void link(Path link, Path target) throws IOException {
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(link);
        }
        Files.createSymbolicLink(link, target);
    }
}
