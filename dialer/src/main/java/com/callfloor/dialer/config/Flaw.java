package com.callfloor.dialer.config;

import java.util.List;
import java.util.regex.Pattern;

/** Something wrong in a file that was read as YAML, before it is known in which line that stands. */
final class Flaw extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient String path;
    private final transient Pattern near;

    /** {@code path} leads to what is wrong, such as {@code stages.late}; {@code near} is a pattern of its line. */
    Flaw(String path, String near, String message) {
        super(message);
        this.path = path;
        this.near = Pattern.compile(near);
    }

    /** As people read it: {@code where} names the file, {@code text} is what it holds. */
    ConfigProblem in(String where, String text) {
        return new ConfigProblem(where + line(text) + (path.isEmpty() ? "" : ", " + path) + ": " + getMessage(), this);
    }

    private String line(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (near.matcher(lines.get(i)).find()) {
                return ", line " + (i + 1);
            }
        }
        return "";
    }
}
