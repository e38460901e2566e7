package com.callfloor.dialer.agents;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.agents.AgentChoice.Candidate;
import com.callfloor.dialer.agents.AgentChoice.Readiness;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AgentChoiceTest {
    private static final AgentId ANN = new AgentId(1);
    private static final AgentId BO = new AgentId(2);
    private static final AgentId CY = new AgentId(3);
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

    private final List<Candidate> candidates = new ArrayList<>();
    private PastAgents past = PastAgents.NONE;
    private Set<String> needed = Set.of();

    @Test
    void whoHasBeenFreeLongestTakesTheCall() {
        free(ANN, 2);
        free(BO, 1);
        away(CY);

        assertThat(atOnce()).contains(BO);
    }

    @Test
    void whoTalkedToTheDebtorLastComesBeforeThemButIsNotWaitedFor() {
        past = new PastAgents(Optional.of(ANN), Optional.empty());
        free(BO, 1);
        free(ANN, 2);
        assertThat(atOnce()).contains(ANN);

        candidates.clear();
        free(BO, 1);
        soon(ANN);
        assertThat(atOnce()).contains(BO);
    }

    @Test
    void whoAgreedToCallBackComesFirstAndIsWaitedForAMoment() {
        past = new PastAgents(Optional.of(BO), Optional.of(ANN));
        free(BO, 1);
        free(ANN, 2);
        assertThat(atOnce()).contains(ANN);

        candidates.clear();
        free(BO, 1);
        soon(ANN);
        assertThat(atOnce()).isEmpty();
        assertThat(afterTheMoment()).contains(BO);
    }

    @Test
    void whoAgreedToCallBackAndIsAwayIsNotWaitedFor() {
        past = new PastAgents(Optional.empty(), Optional.of(ANN));
        free(BO, 1);
        away(ANN);

        assertThat(atOnce()).contains(BO);
    }

    @Test
    void aCaseThatNeedsSkillsGoesToTheLongestFreeOfThoseWhoHaveThemAll() {
        needed = Set.of("english", "car_loans");
        free(ANN, 1, "english");
        free(BO, 3, "english", "car_loans");
        free(CY, 2, "english", "car_loans", "legal");

        assertThat(atOnce()).contains(CY);
        past = new PastAgents(Optional.of(BO), Optional.empty());
        assertThat(atOnce()).contains(BO);
    }

    @Test
    void aSkilledAgentWhoIsInACallIsWaitedForAMomentThenAnybodyTakesIt() {
        needed = Set.of("english");
        free(ANN, 2);
        free(CY, 1);
        soon(BO, "english");

        assertThat(atOnce()).isEmpty();
        assertThat(afterTheMoment()).contains(CY);
    }

    @Test
    void whereNobodyHasTheSkillNobodyIsWaitedFor() {
        needed = Set.of("english");
        free(ANN, 1);
        away(BO, "english");
        assertThat(atOnce()).contains(ANN);
    }

    @Test
    void whereNobodyIsFreeTheCallWaits() {
        soon(ANN);
        assertThat(atOnce()).isEmpty();
        assertThat(afterTheMoment()).isEmpty();
    }

    @Test
    void whatACaseNeedsComesFromItsLanguageAndItsProduct() {
        var skills = new Skills(Map.of("li", Set.of("english")),
                Map.of("en", Set.of("english"), "pt-BR", Set.of("portuguese")),
                Map.of("Car loan", Set.of("car_loans")));

        assertThat(skills.neededFor("en-US", "Car loan")).containsExactlyInAnyOrder("english", "car_loans");
        assertThat(skills.neededFor("pt-BR", null)).containsExactly("portuguese");
        assertThat(skills.neededFor("pt-PT", "Credit card")).isEmpty();
        assertThat(skills.neededFor(null, null)).isEmpty();
        assertThat(skills.of(new Agent(ANN, "li", "Li", new Extension("1001")))).containsExactly("english");
    }

    private Optional<AgentId> atOnce() {
        return AgentChoice.choose(past, needed, candidates, true);
    }

    private Optional<AgentId> afterTheMoment() {
        return AgentChoice.choose(past, needed, candidates, false);
    }

    private void free(AgentId agent, int sinceMinutes, String... skills) {
        candidates.add(
                new Candidate(agent, Set.of(skills), Readiness.FREE, NINE.plusSeconds(60L * sinceMinutes)));
    }

    private void soon(AgentId agent, String... skills) {
        candidates.add(new Candidate(agent, Set.of(skills), Readiness.SOON, NINE));
    }

    private void away(AgentId agent, String... skills) {
        candidates.add(new Candidate(agent, Set.of(skills), Readiness.AWAY, NINE));
    }
}
