package com.callfloor.dialer.config;

import java.util.List;
import java.util.regex.Pattern;

import com.callfloor.dialer.words.Words;

/** Something wrong in a file that was read as YAML, before it is known in which line that stands. */
final class Flaw extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Words words;
    private final transient String path;
    private final transient Pattern near;

    /** {@code path} leads to what is wrong, such as {@code stages.late}; {@code near} is a pattern of its line. */
    Flaw(String path, String near, String message) {
        this(path, near, Words.same(message));
    }

    Flaw(String path, String near, Words words) {
        super(words.en());
        this.words = words;
        this.path = path;
        this.near = Pattern.compile(near);
    }

    /** As people read it: {@code where} names the file, {@code text} is what it holds. */
    ConfigProblem in(String where, String text) {
        return in(Words.same(where), text);
    }

    ConfigProblem in(Words where, String text) {
        Words place = path.isEmpty() ? where.then(line(text)) : where.then(line(text)).then(YamlFile.path(path));
        return new ConfigProblem(Words.of("%s: %s", "%s：%s", place, words), this);
    }

    private Words line(String text) {
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (near.matcher(lines.get(i)).find()) {
                return YamlFile.line(i + 1);
            }
        }
        return Words.NOTHING;
    }
}
