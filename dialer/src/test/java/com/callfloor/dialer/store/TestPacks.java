package com.callfloor.dialer.store;

import java.nio.file.Path;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.RulePackFile;
import com.callfloor.dialer.rules.pack.RulePack;

/** Rule packs for tests: the shipped one of facts, and small ones out of a few words. */
final class TestPacks {
    private static final RulePackFile FILE = new RulePackFile(Path.of("..", "config", "rules"),
            Path.of("..", "config", "calendars"));

    private TestPacks() {}

    static RulePack facts() throws ConfigProblem {
        return FILE.read("facts");
    }

    static RulePack shipped(String name) throws ConfigProblem {
        return FILE.read(name);
    }

    /** One rule, such as {@code cool_down: {scope: person, event: conversation, period: 7 consecutive days}}. */
    static RulePack of(String id, String... lines) throws ConfigProblem {
        String text = """
                pack: test
                version: "1"
                title: "One rule"
                rules:
                  - id: %s
                    says: "what it says"
                    says_zh: "规则"
                    source: "a test"
                    status: verified
                    severity: policy
                    %s
                """.formatted(id, String.join("\n    ", lines));
        return FILE.parse("test", text, "a test");
    }
}
