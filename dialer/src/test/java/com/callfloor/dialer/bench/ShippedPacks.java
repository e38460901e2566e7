package com.callfloor.dialer.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.RulePackFile;
import com.callfloor.dialer.rules.pack.PackTerm;

/** The packs of the checkout that the system property {@code floor.home} names. */
final class ShippedPacks {
    private ShippedPacks() {}

    static Path home() {
        return Path.of(System.getProperty("floor.home", "")).toAbsolutePath();
    }

    static List<PackTerm> named(String... names) {
        Path config = home().resolve("config");
        RulePackFile file = new RulePackFile(config.resolve("rules"), config.resolve("calendars"));
        List<PackTerm> packs = new ArrayList<>();
        for (String name : names) {
            try {
                packs.add(PackTerm.current(file.read(name)));
            } catch (ConfigProblem e) {
                throw new IllegalStateException(e);
            }
        }
        return packs;
    }
}
