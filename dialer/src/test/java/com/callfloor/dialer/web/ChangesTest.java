package com.callfloor.dialer.web;

import java.nio.file.Path;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.live.Change;
import com.callfloor.dialer.supervision.live.ChangeBook.NewChange;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.Client;
import com.callfloor.dialer.web.testing.FeedReader;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Campaigns and trunks changed while the floor runs. */
class ChangesTest {
    private WebFixture web;
    private Client supervisor;

    @BeforeEach
    void start(@TempDir Path folder) {
        web = new WebFixture(folder);
        supervisor = web.as(Role.SUPERVISOR);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void aChangeIsKeptWithWhoFromToAndWhyAndTheFloorHearsOfIt() {
        Answer changed = supervisor.post("/api/campaigns/main/settings",
                "{\"setting\":\"lines\",\"value\":12,\"why\":\"the carrier asked\"}");

        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(web.floor.asked).containsExactly("limits main 12 null null");
        assertThat(supervisor.get("/api/changes").items()).containsExactly(new JsonObject("""
                {"id":1,"at":"2026-03-02T02:00:00Z","by":"supervisor","of":"campaign","subject":"main",
                "setting":"lines","from":"","to":"12","as_in_files":false,"why":"the carrier asked","undoes":null,
                "undone_by":null,"undoable":true}"""));
        assertThat(changed.json().getJsonArray("changed").getJsonObject(0).getString("in_files")).isEmpty();
    }

    @Test
    void undoingBringsBackWhatWasKeptBeforeAndIsAChangeThatCanBeUndone() {
        change("campaigns/main", "abandon_target", "0.02");
        change("campaigns/main", "abandon_target", "0.01");

        Answer undone = supervisor.post("/api/changes/2/undo", "");
        Answer again = supervisor.post("/api/changes/3/undo", "");

        assertThat(undone.json().getString("to")).isEqualTo("0.02");
        assertThat(undone.json().getInteger("undoes")).isEqualTo(2);
        assertThat(again.json().getString("to")).isEqualTo("0.01");
        assertThat(web.floor.asked).containsExactly("limits main null null 0.02", "limits main null null 0.01",
                "limits main null null 0.02", "limits main null null 0.01");
    }

    @Test
    void whereThatWouldChangeNothingThereIsNothingToUndo() {
        change("campaigns/main", "abandon_target", "0.02");
        Change first = web.changes.byId(1).orElseThrow();
        web.changes.add(new NewChange(first.at(), first.by(), first.key(), "0.02", "0.01", false, null, null));
        change("campaigns/main", "abandon_target", "0.01");

        Answer undone = supervisor.post("/api/changes/3/undo", "");

        assertThat(undone.status()).isEqualTo(409);
        assertThat(undone.text()).contains("nothing to undo");
    }

    @Test
    void undoingTheFirstChangeBringsBackWhatTheFilesSay() {
        change("trunks/first", "channels", "7");

        Answer undone = supervisor.post("/api/changes/1/undo", "");

        assertThat(undone.json().getBoolean("as_in_files")).isTrue();
        assertThat(web.floor.asked).containsExactly("trunk first 7 2.5 true", "trunk first 30 2.5 true");
    }

    @Test
    void whatWasChangedAgainIsNotUndoneBelowTheLaterChange() {
        change("campaigns/main", "lines", "12");
        change("campaigns/main", "lines", "5");

        Answer answer = supervisor.post("/api/changes/1/undo", "");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("supervisor changed it again");
        assertThat(supervisor.post("/api/changes/77/undo", "").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            campaigns/main | abandon_target   | 0.04  | from 0.001 to 0.03
            campaigns/main | abandon_target   | many  | from 0.001 to 0.03
            campaigns/main | lines            | 0     | pause it
            campaigns/main | ringing          | 1.5   | whole number from 1 to 10000
            campaigns/main | priority         | 2     | the first, to 1
            campaigns/main | mode             | "x"   | the mode 'x' is not known
            campaigns/main | open             | true  | must be one of mode, lines
            trunks/first   | channels         | 10001 | from 1 to 10000
            trunks/first   | calls_per_second | 0     | switch the trunk off
            trunks/first   | open             | 3     | on (true) or off (false)
            """)
    void whatCannotBeMeantIsSaidInWordsAndChangesNothing(String what, String setting, String value, String words) {
        Answer answer = change(what, setting, value.equals("many") ? "\"many\"" : value);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(words);
        assertThat(web.floor.asked).isEmpty();
        assertThat(supervisor.get("/api/changes").items()).isEmpty();
    }

    @Test
    void aTrunkIsSwitchedOffAndOnAgain() {
        change("trunks/second", "open", "false");
        change("trunks/second", "open", "null");

        assertThat(web.floor.asked).containsExactly("trunk second 10 1.0 false", "trunk second 10 1.0 true");
        assertThat(supervisor.get("/api/changes?subject=second").items()).hasSize(2);
        assertThat(supervisor.get("/api/changes?subject=first").items()).isEmpty();
    }

    @Test
    void nothingIsChangedThatCannotBeKept() {
        web.changes.away = true;

        Answer answer = change("campaigns/main", "lines", "12");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(web.floor.asked).isEmpty();
    }

    @Test
    void aPauseIsNeverRefusedForWantOfTheDatabase() {
        web.changes.away = true;

        Answer answer = supervisor.post("/api/campaigns/main/mode", "{\"mode\":\"paused\"}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(web.floor.asked).containsExactly("mode main PAUSED");
    }

    @Test
    void whatIsSoAlreadyIsNoChange() {
        assertThat(change("campaigns/main", "abandon_target", "0.03").status()).isEqualTo(200);
        assertThat(change("campaigns/main", "priority", "1").status()).isEqualTo(200);

        assertThat(supervisor.get("/api/changes").items()).isEmpty();
    }

    @Test
    void thereAreOnlyTheConfiguredCampaignsAndTrunks() {
        assertThat(change("campaigns/other", "lines", "3").status()).isEqualTo(404);
        assertThat(change("trunks/other", "channels", "3").status()).isEqualTo(404);
        assertThat(supervisor.post("/api/campaigns/other/mode", "{\"mode\":\"paused\"}").status()).isEqualTo(404);
    }

    @Test
    void everyPageIsToldThatSomethingWasChanged() {
        FeedReader page = FeedReader.open(web, web.as(Role.AUDITOR));
        await().until(() -> page.of("settings").size() == 1);

        web.floor.tell(new FloorChange.SettingsChanged());

        await().until(() -> page.of("settings").size() == 2);
    }

    private Answer change(String what, String setting, String value) {
        return supervisor.post("/api/" + what + "/settings",
                "{\"setting\":\"%s\",\"value\":%s}".formatted(setting, value));
    }
}
