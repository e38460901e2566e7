package com.callfloor.dialer.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The sounds that a debtor or an agent says in turn.
 *
 * @param names below the sounds folder, without ending, in a fixed order
 */
record Phrases(List<String> names) {

    /**
     * All WAV files of a folder, by name.
     *
     * @param folder below the sounds folder, such as {@code debtor/zh}
     * @param except names that are not said in turn
     * @throws LocalFloorException if there are none
     */
    static Phrases of(Path sounds, String folder, Set<String> except) {
        try (Stream<Path> files = Files.list(sounds.resolve(folder))) {
            List<String> names = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".wav"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .filter(name -> !except.contains(name))
                    .map(name -> folder + "/" + name)
                    .sorted()
                    .toList();
            if (!names.isEmpty()) {
                return new Phrases(names);
            }
        } catch (IOException e) {
            throw new LocalFloorException("The sounds in %s cannot be listed; run: bin/floor up"
                    .formatted(sounds.resolve(folder)), e);
        }
        throw new LocalFloorException("There are no sounds in %s; run: bin/floor up".formatted(sounds.resolve(folder)));
    }

    /** By the names of the templates. */
    Map<String, String> values() {
        return Map.of("phrases", String.join("&", names), "phraseCount", Integer.toString(names.size()));
    }
}
