package com.callfloor.dialer.rules.oracle;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The engine and a brute-force reading of the packs' text agree on every verdict, instant and rule. The usual build asks
 * 8,000 times in all; {@code -Dfloor.oracle.histories=1000000} asks so often per set, on all cores, and takes hours.
 */
class OracleTest {
    /** Each pack alone, and packs that are in force together. */
    static final List<String> SETS = List.of("floor", "cn", "us", "us-ma", "us-wa", "us-nyc", "uk", "au", "in", "jp",
            "br-sp", "br-rj", "ru", "odd", "us,us-ma", "us,us-wa,us-nyc", "floor,cn", "floor,us", "uk,floor", "us,odd");
    private static final long HISTORIES = Long.getLong("floor.oracle.histories", 400);

    /** A comparison of nothing but refusals would prove little, so there must be verdicts of every kind. */
    @ParameterizedTest
    @FieldSource("SETS")
    void engineAndOracleAgreeInSituationsOfEveryKind(String set) throws Exception {
        Duel duel = Duel.under(set.split(","));

        Duel.Outcome outcome = duel.play(1, HISTORIES, HISTORIES > 100_000);

        assertThat(outcome.smallest()).as(outcome::toString).isEmpty();
        assertThat(outcome.allow()).as(outcome::toString).isGreaterThan(6);
        assertThat(outcome.notBefore()).as(outcome::toString).isGreaterThan(6);
        assertThat(outcome.deny()).as(outcome::toString).isPositive();
    }

    /** The oracle looks only at instants at which something could change; here it has to look at every second. */
    @Test
    void theOracleMissesNoSecond() throws Exception {
        for (String set : List.of("us", "floor,cn", "odd", "uk")) {
            Duel duel = Duel.under(set.split(","));
            for (long seed = 1; seed <= 4; seed++) {
                Situation situation = duel.situation(seed);
                String verdict = duel.oracle().answer(situation).verdict();
                long at = situation.at().getEpochSecond();
                long end = verdict.startsWith("not before ")
                        ? java.time.Instant.parse(verdict.substring("not before ".length())).getEpochSecond()
                        : verdict.equals("allow") ? at : at + 86_400;
                long last = Math.min(end, at + 2 * 86_400);
                for (long t = at; t < last; t++) {
                    assertThat(duel.oracle().allows(situation, t)).as("%s at %s%n%s", set, t, situation.told())
                            .isFalse();
                }
            }
        }
    }
}
