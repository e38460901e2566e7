package com.callfloor.dialer.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.callfloor.dialer.strategy.Arm;
import com.callfloor.dialer.strategy.Experiment;
import com.callfloor.dialer.strategy.Experiments;
import com.callfloor.dialer.strategy.Stage;
import com.callfloor.dialer.strategy.Strategy;
import com.callfloor.dialer.strategy.StrategyBook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StrategyFileTest {
    private static final Path SHIPPED = Path.of("..", "config", "strategies");

    @TempDir
    Path folder;

    @Test
    void theShippedStrategyTakesEveryLendersCasesThroughAllStages() throws Exception {
        StrategyBook book = file().readAll(SHIPPED);

        assertThat(book.forLender("any lender").name()).isEqualTo("default");
        assertThat(book.all().getFirst().plans().keySet()).containsExactly(Stage.values());
        assertThat(book.all().getFirst().plans().get(Stage.EARLY)).satisfies(plan -> {
            assertThat(plan.cadence().contactable()).isEqualTo(3);
            assertThat(plan.cadence().uncontactable()).isEqualTo(4);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            segments:                   | segmnets:                       | line 8: unknown key 'segmnets'; did you mean 'segments'?
            id: not_due, stage: reminder | id: not_due, stage: remainder  | line 9, segment 'not_due': stage: 'remainder' is not one of reminder, early, middle, late, pre_legal; did you mean 'reminder'?
            overdue_days: ..0           | overdue_day: ..0                | line 9, segment 'not_due': when: 'overdue_day' is not one of overdue_days, overdue_periods, amount_due, attempts, broken_promises; did you mean 'overdue_days'?
            overdue_days: ..0           | overdue_days: up to 0           | when.overdue_days: 'up to 0' is no range; write such as 1..30
            overdue_days: ..0           | overdue_days: ..1.5             | '1.5' must be a whole number
            overdue_days: 61..120       | overdue_days: 120..61           | from the smaller end to the larger
            overdue_days: 61..120       | overdue_days: 71..120           | no segment fits a case with
            overdue_days: 31..60}       | overdue_days: 1..20}            | segment 'second_month' is never reached
            ..999.99                    | ..999.999                       | has more decimals than CNY
            currency: CNY               | currency: YUAN                  | 'YUAN' is no ISO 4217 code
            currency: CNY               | -                           | an amount needs the file's key currency
            id: second_month,           | id: first_month,                | two segments have the id 'first_month'
            script: early               | script: earl                    | stages.early.script: there is no script 'earl'
            script: early               | script: late                    | the script 'late' is not for debtors in this stage
            [sms, call, letter]         | [call, sms, letter]             | sms stands after call; the order is
            [sms, call, letter]         | [sms, call, leter]              | did you mean 'letter'?
            [sms, call, letter]         | [sms, call]                     | stages.middle: escalations: letter is not in the ladder
            on_day: 90, people: 2       | on_day: 90, people: 1           | two people at least (SEED-ORD)
            on_day: 90, people: 2       | on_day: 60, people: 2           | comes after letter on day 65
            waiver_percent: 10          | waiver_percent: 110             | offers.waiver_percent must be 0 to 100
            instalments: 3, extension_days: 7 | instalments: 3, extension_days: 0 | speaks of {extension_days}
            uncontactable: 4}           | uncontactible: 4}               | unknown key 'uncontactible'; did you mean 'uncontactable'?
            strategy: default           | strategy: usual                 | lender is missing
            version: "2026-11-29"       | version: " "                    | version is empty
            """)
    void aStrategyThatIsNotUnderstoodToItsLastWordIsRefusedWithThePlaceAndTheReason(String original, String changed,
            String reason) throws Exception {
        String text = Files.readString(SHIPPED.resolve("default.yaml"));
        assertThat(text).contains(original);
        Files.writeString(folder.resolve("default.yaml"), text.replace(original, changed.equals("-") ? "" : changed));

        assertThatThrownBy(() -> file().readAll(folder)).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("default.yaml")
                .hasMessageContaining(reason.strip());
    }

    @Test
    void aCampaignThatIsNotThereIsRefusedAndNoneIsTheOneThatTakesTheCase() throws Exception {
        String text = Files.readString(SHIPPED.resolve("default.yaml"));
        Files.writeString(folder.resolve("default.yaml"),
                text.replace("    script: early\n", "    campaign: defualt\n    script: early\n"));

        assertThatThrownBy(() -> file().readAll(folder)).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("default.yaml, line ")
                .hasMessageContaining("stages.early.campaign: there is no campaign 'defualt'; known: default;"
                        + " did you mean 'default'?");
        assertThat(file().readAll(SHIPPED).choosesCampaigns()).as("as shipped").isFalse();
    }

    @Test
    void aLendersOwnStrategyHoldsForItsCasesOnly() throws Exception {
        String text = Files.readString(SHIPPED.resolve("default.yaml"));
        Files.writeString(folder.resolve("default.yaml"), text);
        Files.writeString(folder.resolve("harbour.yaml"),
                text.replace("strategy: default", "strategy: harbour\nlender: Harbour Bank"));

        StrategyBook book = file().readAll(folder);

        assertThat(book.forLender("Harbour Bank").name()).isEqualTo("harbour");
        assertThat(book.forLender("Other Bank").name()).isEqualTo("default");
        assertThat(book.all()).extracting(Strategy::name).containsExactly("default", "harbour");
    }

    @Test
    void aStrategyOfAnExperimentIsNoLendersAndItsArmsScriptsMustFitIt() throws Exception {
        String text = Files.readString(SHIPPED.resolve("default.yaml"));
        Files.writeString(folder.resolve("default.yaml"), text);
        Files.writeString(folder.resolve("trial.yaml"),
                text.replace("strategy: default", "strategy: trial\nexperiment: harder"));

        StrategyBook book = file().readAll(folder, harder(Map.of()));

        assertThat(book.forLender("any lender").name()).isEqualTo("default");
        assertThat(book.all()).extracting(Strategy::name).containsExactly("default", "trial");
        assertThatThrownBy(() -> file().readAll(folder, harder(Map.of(Stage.EARLY, "earl"))))
                .isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("experiments: harder, arm b, under the strategy trial")
                .hasMessageContaining("there is no script 'earl'");
        assertThatThrownBy(() -> file().readAll(folder, harder(Map.of(Stage.EARLY, "late"))))
                .hasMessageContaining("not for debtors in this stage");
    }

    private static Experiments harder(Map<Stage, String> scripts) {
        return new Experiments(List.of(new Experiment("harder", Set.of(), LocalDate.EPOCH, LocalDate.EPOCH, "s",
                List.of(new Arm("a", 1, null, Map.of()), new Arm("b", 1, "trial", scripts)))));
    }

    @Test
    void aFolderWithoutADefaultIsRefused() {
        assertThatThrownBy(() -> file().readAll(folder)).isInstanceOf(ConfigProblem.class)
                .hasMessageContaining("there is no strategy 'default'");
    }

    private static StrategyFile file() throws ConfigProblem {
        return new StrategyFile(Set.of("default"), new ScriptFile().readAll(Path.of("..", "config", "scripts")));
    }
}
