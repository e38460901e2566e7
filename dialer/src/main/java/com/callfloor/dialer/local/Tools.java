package com.callfloor.dialer.local;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Finds what {@code bin/floor} has put into {@code var/tools} and {@code var/sounds}. */
public final class Tools {
    private final Path var;

    /**
     * Looks at nothing yet.
     *
     * @param var the checkout's folder for local state
     */
    public Tools(Path var) {
        this.var = var.toAbsolutePath();
    }

    /**
     * The Asterisk of this machine.
     *
     * @throws LocalFloorException if it has not been prepared
     */
    public AsteriskTool asterisk() {
        Path file = var.resolve("tools/asterisk.properties");
        Properties tool = read(file, "Asterisk", "bin/floor up");
        return new AsteriskTool(value(tool, "version", file), executable(value(tool, "wrapper", file), file),
                folder(value(tool, "modules", file), file), folder(value(tool, "data", file), file));
    }

    /**
     * The MySQL server that the tests of the store can run on.
     *
     * @throws LocalFloorException if it has not been prepared
     */
    public Path mySqlServer() {
        Path wrapper = var.resolve("tools/mysqld");
        if (!Files.isExecutable(wrapper)) {
            throw new LocalFloorException(
                    "There is no MySQL server at %s; run: bin/floor test --database mysql".formatted(wrapper));
        }
        return wrapper;
    }

    /** Where something that is slow to make is kept between starts. */
    Path kept(String name) {
        return var.resolve("tools").resolve(name);
    }

    /**
     * The spoken sounds, as folders of WAV files.
     *
     * @throws LocalFloorException if they have not been made
     */
    public Path sounds() {
        Path sounds = var.resolve("sounds");
        if (!Files.isDirectory(sounds.resolve("pbx"))) {
            throw new LocalFloorException("There are no sounds at %s; run: bin/floor up".formatted(sounds));
        }
        return sounds;
    }

    private static Properties read(Path file, String what, String step) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new LocalFloorException("%s is not prepared (%s cannot be read); run: %s".formatted(what, file, step),
                    e);
        }
    }

    private static String value(Properties properties, String key, Path file) {
        String value = properties.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw new LocalFloorException("%s does not say %s; delete it and run: bin/floor up".formatted(file, key));
        }
        return value;
    }

    private static Path executable(String path, Path file) {
        if (!Files.isExecutable(Path.of(path))) {
            throw new LocalFloorException(
                    "%s, named in %s, is not a program; delete that file and run: bin/floor up".formatted(path, file));
        }
        return Path.of(path);
    }

    private static Path folder(String path, Path file) {
        if (!Files.isDirectory(Path.of(path))) {
            throw new LocalFloorException(
                    "%s, named in %s, is not a folder; delete that file and run: bin/floor up".formatted(path, file));
        }
        return Path.of(path);
    }
}
