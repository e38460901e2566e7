package com.callfloor.dialer.config;

import java.util.List;

/**
 * A Markdown file that begins with YAML between two lines of {@code ---}.
 *
 * @param head with its first line of dashes, so that YAML's errors name the file's own lines
 * @param firstLine of the body in the file, from 1
 */
record FrontMatter(String head, List<String> body, int firstLine) {
    private static final String DASHES = "---";

    static FrontMatter of(String where, String text) throws ConfigProblem {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.getFirst().strip().equals(DASHES)) {
            throw new ConfigProblem(where + ", line 1: the file must begin with a line --- and its keys; "
                    + "config/scripts/README.md shows them");
        }
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(DASHES)) {
                return new FrontMatter(String.join("\n", lines.subList(0, i)) + "\n",
                        lines.subList(i + 1, lines.size()),
                        i + 2);
            }
        }
        throw new ConfigProblem(where + ": the keys at its beginning never end; close them with a line ---");
    }
}
