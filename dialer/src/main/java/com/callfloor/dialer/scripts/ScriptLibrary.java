package com.callfloor.dialer.scripts;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.callfloor.dialer.strategy.Placement;
import com.callfloor.dialer.strategy.Stage;

/** Every script of the floor. Immutable. */
public record ScriptLibrary(List<Script> scripts) {
    /**
     * Takes scripts that are checked each by itself.
     *
     * @throws IllegalArgumentException if two are the same script in the same language
     */
    public ScriptLibrary {
        scripts = List.copyOf(scripts);
        long different = scripts.stream()
                .map(script -> script.name() + " in " + script.language().tag())
                .distinct()
                .count();
        if (different != scripts.size()) {
            throw new IllegalArgumentException("two scripts have the same name and language");
        }
    }

    public Optional<Script> named(String name, Language language) {
        return scripts.stream()
                .filter(script -> script.name().equals(name) && script.language() == language)
                .findFirst();
    }

    /** What is said about a case that stands there. */
    public Optional<Script> said(Placement placement, boolean toContact, Language language) {
        return toContact ? forContact(placement.stage(), language) : named(placement.plan().script(), language);
    }

    /** The script for a listed contact: one of the stage's own comes before one for every stage. */
    public Optional<Script> forContact(Stage stage, Language language) {
        return Stream.of(true, false)
                .flatMap(own -> scripts.stream().filter(script -> own == (script.stage() != null)))
                .filter(script -> script.recipient() == Recipient.CONTACT && script.language() == language
                        && script.fits(stage))
                .findFirst();
    }
}
