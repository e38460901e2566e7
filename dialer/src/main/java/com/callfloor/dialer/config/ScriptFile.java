package com.callfloor.dialer.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.callfloor.dialer.scripts.Blanks;
import com.callfloor.dialer.scripts.Language;
import com.callfloor.dialer.scripts.Part;
import com.callfloor.dialer.scripts.Recipient;
import com.callfloor.dialer.scripts.Script;
import com.callfloor.dialer.scripts.ScriptLibrary;
import com.callfloor.dialer.scripts.Statement;
import com.callfloor.dialer.scripts.Variable;
import com.callfloor.dialer.strategy.Stage;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Reads scripts, {@code NAME.LANGUAGE.md}, and refuses one that lacks what it must say or says what it must not. */
public final class ScriptFile {
    private static final String HEADING = "## ";
    private static final String README = "README.md";
    /** What is written with every attempt has room for so many characters. */
    private static final int LONGEST_WORD = 100;

    private final YamlFile yaml = YamlFile.withOptionalKeys();

    /** Reads every script of a folder. */
    public ScriptLibrary readAll(Path folder) throws ConfigProblem {
        List<Script> scripts = new ArrayList<>();
        for (Path file : ConfigFolder.files(folder, ".md")) {
            if (!file.endsWith(README)) {
                scripts.add(read(file));
            }
        }
        return new ScriptLibrary(scripts);
    }

    /** Reads one script. */
    public Script read(Path file) throws ConfigProblem {
        return parse(file.toString(), String.valueOf(file.getFileName()), ConfigFolder.text(file));
    }

    private Script parse(String where, String fileName, String text) throws ConfigProblem {
        FrontMatter matter = FrontMatter.of(where, text);
        HeadText head = yaml.parse(where, matter.head(), HeadText.class);
        Language language = Language.ofTag(head.language())
                .orElseThrow(() -> new ConfigProblem(where + ": language '" + head.language()
                        + "' is not one of " + Language.known()));
        if (!fileName.equals(head.script() + "." + language.tag() + ".md")) {
            throw new ConfigProblem(where + ": the script calls itself '" + head.script() + "' in " + language.tag()
                    + "; its file must be " + head.script() + "." + language.tag() + ".md");
        }
        Recipient recipient = Recipient.ofWords(head.recipient())
                .orElseThrow(() -> new ConfigProblem(where + ": recipient '" + head.recipient()
                        + "' is not one of debtor, listed contact, answering machine"));
        Map<Part, String> parts = new Parts(where, recipient, language).read(matter);
        Script script = new Script(head.script(), version(where, head), language, recipient, stage(where, head),
                requires(where, head, recipient), parts);
        check(where, script);
        return script;
    }

    private static String version(String where, HeadText head) throws ConfigProblem {
        if (head.version().isBlank()) {
            throw new ConfigProblem(where + ": version is empty; a new text needs a new version, such as its date");
        }
        if (head.version().length() > LONGEST_WORD || head.script().length() > LONGEST_WORD) {
            throw new ConfigProblem(where + ": name and version have " + LONGEST_WORD + " characters at most");
        }
        return head.version();
    }

    private static @Nullable Stage stage(String where, HeadText head) throws ConfigProblem {
        String code = head.stage();
        if (code == null) {
            return null;
        }
        List<String> known = Stream.of(Stage.values()).map(Stage::code).toList();
        return Stage.ofCode(code)
                .orElseThrow(() -> new ConfigProblem(where + ": stage '" + code + "' is not one of "
                        + String.join(", ", known) + Nearest.hint(code, known)));
    }

    private static Set<Statement> requires(String where, HeadText head, Recipient recipient) throws ConfigProblem {
        Set<Statement> declared = EnumSet.noneOf(Statement.class);
        for (String code : head.requires()) {
            declared.add(Statement.ofCode(code)
                    .orElseThrow(() -> new ConfigProblem(where + ": requires: '" + code + "' is not one of "
                            + String.join(", ", Statement.known()) + Nearest.hint(code, Statement.known()))));
        }
        Set<Statement> missing = EnumSet.noneOf(Statement.class);
        missing.addAll(Statement.neededFor(recipient));
        missing.removeAll(declared);
        if (!missing.isEmpty()) {
            throw new ConfigProblem(where + ": a script for a " + recipient.words() + " must declare "
                    + missing.stream().map(Statement::code).collect(Collectors.joining(", ")) + " under requires");
        }
        return declared;
    }

    private static void check(String where, Script script) throws ConfigProblem {
        for (Part part : Part.neededFor(script.recipient())) {
            if (!script.parts().containsKey(part)) {
                throw new ConfigProblem(where + ": script " + script.name() + " lacks the part '" + part.code()
                        + "'; begin it with the heading " + HEADING + part.code());
            }
        }
        for (Statement statement : script.says()) {
            if (!statement.madeBy(script.parts(), script.recipient(), script.language())) {
                throw new ConfigProblem(where + ": script " + script.name() + " lacks " + statement.words());
            }
        }
    }

    /** {@code requires}: statements. {@code stage} missing: every stage. */
    private record HeadText(@JsonProperty(required = true) String script,
            @JsonProperty(required = true) String version, @JsonProperty(required = true) String language,
            @JsonProperty(required = true) String recipient, @Nullable String stage,
            @JsonProperty(required = true) List<String> requires) {}

    /** Cuts a body into its parts and checks each line of it. */
    private record Parts(String where, Recipient recipient, Language language) {
        Map<Part, String> read(FrontMatter matter) throws ConfigProblem {
            Map<Part, String> parts = new EnumMap<>(Part.class);
            Part part = Part.OPENING;
            var text = new StringBuilder();
            for (int i = 0; i < matter.body().size(); i++) {
                String line = matter.body().get(i);
                int number = matter.firstLine() + i;
                if (line.startsWith(HEADING)) {
                    put(parts, part, text, number);
                    part = part(line.substring(HEADING.length()).strip(), number);
                    if (parts.containsKey(part)) {
                        throw problem(number, "the part '" + part.code() + "' stands here twice; make one of the two");
                    }
                } else {
                    check(part, line, number);
                    text.append(line).append('\n');
                }
            }
            put(parts, part, text, matter.firstLine() + matter.body().size());
            return parts;
        }

        private void put(Map<Part, String> parts, Part part, StringBuilder text, int end) throws ConfigProblem {
            String whole = text.toString().strip();
            text.setLength(0);
            if (whole.isEmpty()) {
                throw problem(end, "the part '" + part.code() + "' that ends here is empty; write it or leave it out");
            }
            parts.put(part, whole);
        }

        private Part part(String code, int line) throws ConfigProblem {
            List<String> known = Stream.of(Part.values()).map(Part::code).toList();
            return Part.ofCode(code)
                    .orElseThrow(() -> problem(line, "unknown part '" + code + "'; known: " + Part.known()
                            + Nearest.hint(code, known)));
        }

        private void check(Part part, String line, int number) throws ConfigProblem {
            for (String code : Blanks.in(line)) {
                Variable variable = Variable.ofCode(code)
                        .orElseThrow(() -> problem(number, "unknown variable {" + code + "}; known: "
                                + Variable.known()
                                + Nearest.hint(code, Stream.of(Variable.values()).map(Variable::code).toList())));
                if (variable.disclosing() && !part.mayDisclose(recipient)) {
                    throw problem(number, "{" + code + "} tells of the debt, and the part '" + part.code()
                            + "' may be heard by somebody else; say it in a part after the debtor is confirmed");
                }
            }
            if (part.isSaid()) {
                refuse(number, language.threatening(line), "threatens; an agent never does (SEED-ID)");
                refuse(number, language.promisingWaiver(line),
                        "promises a waiver; only the lender can (SEED-ID). Say that it will be asked for");
            }
            if (recipient == Recipient.DEBTOR && !part.mayDisclose(recipient)) {
                refuse(number, language.telling(line), "tells of the debt, and the part '" + part.code()
                        + "' may be heard by somebody else");
            }
        }

        private void refuse(int line, Optional<String> found, String why) throws ConfigProblem {
            if (found.isPresent()) {
                throw problem(line, "'" + found.get() + "' " + why);
            }
        }

        private ConfigProblem problem(int line, String what) {
            return new ConfigProblem(where + ", line " + line + ": " + what);
        }
    }
}
