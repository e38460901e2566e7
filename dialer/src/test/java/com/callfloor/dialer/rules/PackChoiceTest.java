package com.callfloor.dialer.rules;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.config.RulePackFile;
import com.callfloor.dialer.rules.PackChoice.Assignments;
import com.callfloor.dialer.rules.pack.PackTerm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PackChoiceTest {
    private static final Assignments ASSIGNMENTS = new Assignments(List.of("floor"),
            Map.of("CN", List.of("cn"), "US", List.of("us"), "US-MA", List.of("us-ma"), "US-WA", List.of("us-wa")),
            Map.of("US-NY/100", List.of("us-nyc")), Map.of("Harbour Bank", List.of("jp")), List.of("in"),
            List.of("au"), Set.of("Own Lender"));

    private final PackChoice choice = choice(ASSIGNMENTS);

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            -,            CN-GD, -,     CN, floor cn in
            -,            US-MA, -,     US, floor us us-ma in
            -,            US-TX, -,     US, floor us in
            -,            -,     -,     US, floor us us-ma us-wa in
            -,            US,    -,     US, floor us us-ma us-wa in
            -,            US-NY, 10025, US, floor us us-nyc in
            -,            US-NY, 14604, US, floor us in
            -,            US-NY, -,     US, floor us us-nyc in
            -,            CN-GD, -,     US, floor cn us us-ma us-wa in
            Harbour Bank, CN-GD, -,     CN, floor cn jp in
            Own Lender,   CN-GD, -,     CN, floor cn au
            """)
    void packsAreChosenByRegionLenderAndActorAndAnUnknownStateMeansAllStates(String lender, String region,
            String postal, String country, String packs) {
        var placement = new Placement(Optional.ofNullable(lender), Optional.ofNullable(region),
                Optional.ofNullable(postal), Set.of(country));

        assertThat(choice.rulesFor(placement).orElseThrow().packs()).extracting(term -> term.pack().name())
                .containsExactlyInAnyOrder(packs.split(" "));
    }

    @Test
    void aCountryWhoseRulesNobodyWroteDownIsNotCalled() {
        assertThat(choice.rulesFor(new Placement(Optional.empty(), Optional.of("FR-75"), Optional.empty(),
                Set.of("FR")))).isEmpty();
    }

    @Test
    void aPackThatIsNamedAndNotLoadedStopsTheStart() {
        assertThatThrownBy(() -> new PackChoice(ASSIGNMENTS, Map.of())).hasMessageContaining("is loaded");
    }

    private static PackChoice choice(Assignments assignments) {
        Map<String, List<PackTerm>> terms = new HashMap<>();
        var file = new RulePackFile(Path.of("..", "config", "rules"), Path.of("..", "config", "calendars"));
        for (String name : assignments.names()) {
            try {
                terms.put(name, List.of(PackTerm.current(file.read(name))));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        return new PackChoice(assignments, terms);
    }
}
