package com.callfloor.dialer.local;

import java.nio.file.Path;
import java.util.List;

/**
 * What to start.
 *
 * @param name what people call it, for messages
 * @param words program and arguments; a program without a slash is looked for on the PATH
 * @param folder where it works
 * @param log receives what it prints, appended; the folder exists
 */
public record ChildCommand(String name, List<String> words, Path folder, Path log) {

    /**
     * Copies the words.
     *
     * @throws IllegalArgumentException if there are none
     */
    public ChildCommand {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("the command of " + name + " is empty");
        }
    }

    String program() {
        return words.getFirst();
    }
}
