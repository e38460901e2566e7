package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Verbs as processes of their own: what they say, where they say it, and what they need. */
class VerbsIT {
    private static final Pattern STEP = Pattern
            .compile("(?m)^  (database|PBX|tables|dialer|case file|phones) +\\d+\\.\\d s$");
    private static final Pattern WARNING = Pattern.compile("Calendar \\w+ (knows|lacks) .*");

    @Test
    void verifyLogNeedsNoRulePacks() throws Exception {
        Home home = TestHome.fresh("verbs-verify-log");
        ownConfig(home);
        Files.delete(home.calendars().resolve("cn.yaml"));
        Files.writeString(home.rulePacks().resolve("floor.yaml"), "no pack at all");

        Said verified = run(home, "rules", "verify-log");
        Said checked = run(home, "rules", "check", "--case", "C1", "--at", "2026-03-02T02:00:00Z");

        assertThat(verified).isEqualTo(
                new Said(0, List.of("0 decisions in the chain, 0 not sealed yet: nothing was edited"), List.of()));
        assertThat(checked.status()).isNotZero();
        assertThat(String.join("\n", checked.errors())).contains("floor.yaml");
    }

    @Test
    void aCalendarThatIsOnlyProvisionalIsANoteOfUpAndDoctorAndNobodyElses() throws Exception {
        Home home = TestHome.fresh("verbs-calendar");
        ownConfig(home);
        Path calendar = home.calendars().resolve("cn.yaml");
        Files.writeString(calendar, Files.readString(calendar).replace("published: true", "published: false"));
        String ref = Files.readAllLines(home.sampleCases()).get(1).split(",", 2)[0];
        Said checked;
        String said;

        try (var up = new LaunchedUp(home, "--agents", "1", "--port", "0")) {
            up.open();
            // Beside the running floor, whose database it asks.
            checked = run(home, "rules", "check", "--case", ref, "--at", "2026-03-02T02:00:00Z", "--json");
            up.interrupt();
            up.exitStatus();
            said = up.said();
        }
        Said examined = run(home, "doctor");

        assertThat(checked.errors()).isEmpty();
        assertThat(checked.status()).isZero();
        assertThat(checked.out()).isNotEmpty()
                .allSatisfy(line -> assertThat(ApiClient.JSON.readTree(line).has("verdict"))
                        .isTrue());
        assertThat(STEP.matcher(said).results()).as(said).hasSize(6);
        List<String> notes = warnings(said);
        assertThat(notes).isNotEmpty().doesNotHaveDuplicates();
        assertThat(said.lines()).containsOnlyOnceElementsOf(notes.stream().map(note -> "  NOTE: " + note).toList());
        assertThat(warnings(Files.readString(home.var().resolve("log").resolve("dialer.log")))).isEqualTo(notes);
        assertThat(examined.errors()).isEmpty();
        assertThat(examined.out())
                .anyMatch(line -> line.matches("calendars +Calendar cn knows .* only provisionally.*"));
    }

    private static List<String> warnings(String text) {
        return WARNING.matcher(text).results().map(found -> found.group()).toList();
    }

    /** In place of the checkout's. */
    private static void ownConfig(Home home) throws IOException {
        Path config = home.root().resolve("config");
        Files.delete(config);
        Path original = TestHome.checkout().resolve("config");
        try (Stream<Path> all = Files.walk(original)) {
            for (Path from : all.toList()) {
                Files.copy(from, config.resolve(original.relativize(from).toString()));
            }
        }
    }

    private record Said(int status, List<String> out, List<String> errors) {}

    private static Said run(Home home, String... verb) throws IOException, InterruptedException {
        Path out = Files.createTempFile(home.root(), "verb", ".out");
        Path errors = Files.createTempFile(home.root(), "verb", ".err");
        Process process = new ProcessBuilder(Stream.concat(
                Stream.of(Path.of(System.getProperty("java.home"), "bin/java").toString(),
                        "-Dfloor.home=" + home.root(), "-Dlogback.configurationFile=logback.xml", "-cp",
                        System.getProperty("java.class.path"), Main.class.getName()),
                Stream.of(verb)).toList()).redirectOutput(out.toFile()).redirectError(errors.toFile()).start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("%s ends", List.of(verb)).isTrue();
            return new Said(process.exitValue(), Files.readAllLines(out), Files.readAllLines(errors));
        } finally {
            process.destroyForcibly();
        }
    }
}
