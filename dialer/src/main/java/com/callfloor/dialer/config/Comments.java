package com.callfloor.dialer.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the comments of a YAML file say of its keys: those right above a key, and the one behind its value. Of files that are
 * laid out as {@code floor.yaml} is, a key a line; keys within braces have no comments of their own.
 */
final class Comments {
    private static final Pattern KEY = Pattern.compile("^(\\s*)(- )?([A-Za-z0-9_*/\"-]+):(?:\\s+(.*))?$");
    private static final Pattern EXAMPLE = Pattern.compile("^(\\s{3,}|- ).*");

    private final Map<String, String> byPath = new HashMap<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private final List<String> above = new ArrayList<>();

    /** {@code path}: of the key that the level is under, with the dot that follows. */
    private static final class Level {
        private final int indent;
        private final String path;
        private int entry = -1;
        private String last = "";

        Level(int indent, String path) {
            this.indent = indent;
            this.path = path;
        }

        String path(String key) {
            return path + (entry < 0 ? "." : "[" + entry + "].") + key;
        }
    }

    private Comments() {}

    /** By path, such as {@code trunks[0].name}. */
    static Map<String, String> of(String text) {
        var comments = new Comments();
        text.lines().forEach(comments::line);
        return Map.copyOf(comments.byPath);
    }

    private void line(String line) {
        String stripped = line.strip();
        if (stripped.isEmpty()) {
            above.clear();
        } else if (stripped.startsWith("#")) {
            above.add(stripped.substring(1));
        } else {
            Matcher key = KEY.matcher(withoutComment(line));
            if (key.matches()) {
                note(key.group(1).length(), key.group(2) != null, key.group(3).replace("\"", ""), behind(line));
            }
            above.clear();
        }
    }

    private void note(int indent, boolean entry, String key, String behind) {
        int column = entry ? indent + 2 : indent;
        while (!levels.isEmpty() && levels.element().indent > column) {
            levels.pop();
        }
        if (levels.isEmpty() || levels.element().indent < column) {
            levels.push(new Level(column, levels.isEmpty() ? "" : levels.element().last));
        }
        Level level = levels.element();
        if (entry) {
            level.entry++;
        }
        level.last = level.path.isEmpty() ? key : level.path(key);
        String words = (sentences() + "\n" + behind).strip();
        if (!words.isEmpty()) {
            byPath.put(level.last, words);
        }
    }

    /** Lines of one sentence are joined, examples keep theirs. */
    private String sentences() {
        var words = new StringBuilder();
        boolean example = false;
        for (String line : above) {
            boolean now = EXAMPLE.matcher(line).matches();
            words.append(words.isEmpty() ? "" : now || example ? "\n" : " ").append(now ? line : line.strip());
            example = now;
        }
        return words.toString();
    }

    private static String withoutComment(String line) {
        int at = commentAt(line);
        return (at < 0 ? line : line.substring(0, at)).stripTrailing();
    }

    private static String behind(String line) {
        int at = commentAt(line);
        return at < 0 ? "" : line.substring(at + 1).strip();
    }

    /** A hash begins a comment after a blank and outside of quotes. */
    private static int commentAt(String line) {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '#' && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
                return i;
            }
        }
        return -1;
    }
}
