package com.callfloor.dialer.web.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.DeliveryKind;
import com.callfloor.dialer.cases.intake.AmountUnit;
import com.callfloor.dialer.cases.intake.LenderMapping;
import com.callfloor.dialer.config.CalendarFile;
import com.callfloor.dialer.config.ConfigFile;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.ConfigValues;
import com.callfloor.dialer.rules.PackChoice.Assignments;
import com.callfloor.dialer.setup.Calendars;
import com.callfloor.dialer.setup.ConfigText;
import com.callfloor.dialer.setup.LenderBook.Cases;
import com.callfloor.dialer.setup.Lenders;
import com.callfloor.dialer.strategy.StrategyBook;
import com.callfloor.dialer.web.SetupParts;

/** The shipped configuration, run with a password of the environment's, and two lenders. */
public final class FakeSetup {
    public static final String PASSWORD = "only-the-database-knows-it";
    private static final Path CONFIG = Path.of("..", "config");

    private FakeSetup() {}

    static SetupParts parts(StrategyBook strategies, FakeRulesBooks rules) {
        var harbour = new LenderMapping("harbour", "Harbour Bank", Map.of("case_ref", "Contract"),
                Map.of("product", "Car loan"), Optional.empty(), AmountUnit.WAN, DeliveryKind.FULL, Optional.empty(),
                "HB-");
        var assignments = new Assignments(List.of("floor", "facts"), Map.of("CN", List.of("cn")), Map.of(),
                Map.of("Harbour Bank", List.of("harbour")), List.of(), List.of("creditor"), Set.of("晨星消费金融"));
        try {
            Path file = CONFIG.resolve("floor.yaml");
            return new SetupParts(
                    ConfigValues.of(file, new ConfigFile().read(file, Map.of("FLOOR_DATABASE_PASSWORD", PASSWORD))),
                    List.of(new ConfigText("config/quality.yaml", "sampling: {}\n")),
                    new Lenders(() -> Map.of("晨星消费金融", new Cases(812, 3)), () -> List.of(harbour), strategies,
                            assignments, List.of(), Map.of("harbour", Set.of("Harbour Bank"), "default", Set.of())),
                    new Calendars(new CalendarFile().sheets(CONFIG.resolve("calendars")), () -> rules.packs),
                    assignments);
        } catch (ConfigProblem e) {
            throw new IllegalStateException(e);
        }
    }
}
