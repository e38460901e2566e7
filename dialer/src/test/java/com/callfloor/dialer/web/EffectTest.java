package com.callfloor.dialer.web;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;

import com.callfloor.dialer.effect.Effect;
import com.callfloor.dialer.effect.ExperimentReport.ArmFigures;
import com.callfloor.dialer.effect.PersonOutcome;
import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.Answer;
import com.callfloor.dialer.web.testing.WebFixture;
import io.vertx.core.json.JsonObject;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class EffectTest {
    private static final String WEEK = "?from=2026-11-16&to=2026-11-22&by=lender";

    private WebFixture web;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        web = new WebFixture(folder);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void managersSeeWhatCallingBrought() {
        web.effect.put("=Harbour", some());

        JsonObject shown = web.as(Role.ADMINISTRATOR).get("/api/reports/effect" + WEEK).items().getJsonObject(0);

        assertThat(shown.getString("group")).isEqualTo("=Harbour");
        assertThat(shown.getDouble("right_party_rate")).isEqualTo(0.2);
        assertThat(shown.getValue("kept_rate")).isNull();
        assertThat(shown.getJsonArray("recovered").getJsonObject(0).getString("text")).isEqualTo("7.00");
    }

    @Test
    void aSpreadsheetGetsTheSameAndNoFormula() {
        web.effect.put("=Harbour", some());

        String csv = web.as(Role.AUDITOR).get("/api/reports/effect.csv" + WEEK).text();

        assertThat(csv).startsWith("\uFEFFgroup,attempts,")
                .contains(",recovered_CNY,")
                .contains("\r\n'=Harbour,20,10,0.5,")
                .contains(",7.00,");
    }

    @Test
    void aWorkbookHasNumbersAsNumbersAndTheRestAsHarmlessText() throws Exception {
        web.effect.put("=HYPERLINK(\"http://evil.example\")", some());

        byte[] xlsx = web.as(Role.AUDITOR).get("/api/reports/effect.xlsx" + WEEK).response().body();

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            List<Row> rows = book.getFirstSheet().read();
            List<String> columns = rows.getFirst().stream().map(Cell::asString).toList();
            Row row = rows.get(1);
            assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).getFormula()).isNull();
            assertThat(row.getCell(0).asString()).isEqualTo("'=HYPERLINK(\"http://evil.example\")");
            assertThat(row.getCell(columns.indexOf("attempts")).asNumber()).isEqualByComparingTo("20");
            assertThat(row.getCell(columns.indexOf("right_party_rate")).asNumber()).isEqualByComparingTo("0.2");
            assertThat(row.getCell(columns.indexOf("recovered_CNY")).asNumber()).isEqualByComparingTo("7");
            assertThat(row.getCell(columns.indexOf("cost_CNY")).asNumber()).isEqualByComparingTo("0.99");
            assertThat(row.getOptionalCell(columns.indexOf("kept_rate")).filter(cell -> cell.getValue() != null))
                    .isEmpty();
        }
    }

    @Test
    void theHeatMapShowsEachHourOfTheWeekWithHowSureItIs() {
        web.effect.put("MONDAY 09", some());

        JsonObject cell = web.as(Role.SUPERVISOR)
                .get("/api/reports/heatmap?from=2026-11-16&to=2026-11-22")
                .items()
                .getJsonObject(0);

        assertThat(cell.getInteger("weekday")).isEqualTo(1);
        assertThat(cell.getInteger("hour")).isEqualTo(9);
        assertThat(cell.getDouble("answer_rate")).isEqualTo(0.5);
        assertThat(cell.getDouble("low")).isBetween(0.29, 0.31);
        assertThat(cell.getDouble("high")).isBetween(0.69, 0.71);
    }

    @Test
    void anExperimentThatRunsSaysThatNothingIsDecidedYet() {
        web.compared.put("usual", new ArmFigures(1_000, 1_000, Map.of(PersonOutcome.REACHED, 280L), Map.of()));
        web.compared.put("soft", new ArmFigures(1_000, 1_000, Map.of(PersonOutcome.REACHED, 310L), Map.of()));

        JsonObject shown = web.as(Role.ADMINISTRATOR).get("/api/reports/experiments/softer").json();

        assertThat(shown.getBoolean("final")).isFalse();
        assertThat(shown.getJsonObject("sample_ratio").getBoolean("mismatch")).isFalse();
        assertThat(shown.getJsonArray("findings").getJsonObject(0).getString("says"))
                .isEqualTo("reached: no difference can "
                        + "be told yet: 31.0 % against 28.0 %, interval \u22121.0 to +7.0 points");
        assertThat(shown.getJsonArray("warnings").getString(0)).contains("It runs until 2026-04-01");
        assertThat(
                web.as(Role.ADMINISTRATOR).get("/api/reports/experiments").items().getJsonObject(0).getString("name"))
                .isEqualTo("softer");
        assertThat(web.as(Role.ADMINISTRATOR).get("/api/reports/experiments/harder").status()).isEqualTo(404);
    }

    @Test
    void aPeriodThatCannotBeMeantIsRefusedWithWhatToMend() {
        Answer answer = web.as(Role.SUPERVISOR).get("/api/reports/effect?from=2026-11-22&to=2026-11-16&by=month");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains("must be one of lender, campaign, agent, bucket, strategy, stage, script, hour")
                .contains("must be 2026-11-22 or at most 366 days later");
    }

    private static Effect some() {
        return new Effect(new Effect.Calls(20, 10, 6, 2, 4, 1, 3, Duration.ofMinutes(1), Duration.ofSeconds(30),
                Duration.ofSeconds(90), 2, 9), Effect.Decided.NONE,
                Effect.Money.recovered(Currency.getInstance("CNY"), 700),
                Effect.Cadence.NONE);
    }
}
