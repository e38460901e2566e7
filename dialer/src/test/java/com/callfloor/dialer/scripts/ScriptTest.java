package com.callfloor.dialer.scripts;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.strategy.Stage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScriptTest {
    @Test
    void variablesAreFilledAndAValueCannotBeMarkupOrAnotherVariable() {
        Script script = script(Map.of(Part.OPENING, "Hello {debtor_name}, this is {agent_name}."));

        Map<Part, String> filled = script.filled(Map.of(Variable.DEBTOR_NAME, "<b>*Li*</b>\n{lender}$1",
                Variable.AGENT_NAME, "Wang"));

        assertThat(filled.get(Part.OPENING)).isEqualTo("Hello \\<b\\>\\*Li\\*\\</b\\> {lender}$1, this is Wang.");
    }

    @Test
    void aVariableWithoutAValueIsAnErrorAndNotAGap() {
        assertThatThrownBy(() -> script(Map.of(Part.OPENING, "Hello {debtor_name}.")).filled(Map.of()))
                .hasMessageContaining("{debtor_name}");
    }

    @Test
    void partsStandInTheOrderOfTheTalk() {
        assertThat(script(Map.of(Part.NEVER, "n", Part.HARDSHIP, "h", Part.OPENING, "o", Part.PURPOSE, "p")).parts()
                .keySet()).containsExactly(Part.OPENING, Part.PURPOSE, Part.HARDSHIP, Part.NEVER);
    }

    @Test
    void forAContactTheStagesOwnScriptComesBeforeTheOneForEveryStage() {
        Script every = new Script("contact", "1", Language.EN, Recipient.CONTACT, null, Set.of(),
                Map.of(Part.OPENING, "a"));
        Script late = new Script("late_contact", "1", Language.EN, Recipient.CONTACT, Stage.LATE, Set.of(),
                Map.of(Part.OPENING, "b"));
        ScriptLibrary library = new ScriptLibrary(List.of(every, late));

        assertThat(library.forContact(Stage.LATE, Language.EN)).contains(late);
        assertThat(library.forContact(Stage.EARLY, Language.EN)).contains(every);
        assertThat(library.forContact(Stage.EARLY, Language.ZH_CN)).isEmpty();
    }

    private static Script script(Map<Part, String> parts) {
        return new Script("early", "1", Language.EN, Recipient.DEBTOR, Stage.EARLY, Set.of(), parts);
    }
}
