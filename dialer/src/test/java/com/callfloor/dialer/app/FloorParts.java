package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.agents.BrowserPhones;
import com.callfloor.dialer.config.ConfigFile;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.local.Carrier;
import com.callfloor.dialer.local.CarrierSettings;
import com.callfloor.dialer.local.DatabaseServer;
import com.callfloor.dialer.local.EmbeddedDatabase;
import com.callfloor.dialer.local.LocalMachine;
import com.callfloor.dialer.local.LocalPbx;
import com.callfloor.dialer.local.ManagerAccess;
import com.callfloor.dialer.local.PhoneAccount;
import com.callfloor.dialer.local.SimulatedPhones;
import com.callfloor.dialer.pbx.PbxSettings;
import com.callfloor.dialer.pbx.PbxTimings;
import com.callfloor.dialer.store.DatabaseSettings;
import com.callfloor.dialer.web.phone.PhoneLine;

/** Real database, carrier, PBX and phones around a dialer, started empty. The clock shows a morning in Shanghai. */
final class FloorParts implements AutoCloseable {
    private static final Instant MORNING = Instant.parse("2026-03-02T02:00:00Z");
    private static final Map<String, String> SETTINGS = Map.of("FLOOR_WEB_PORT", "0", "FLOOR_DIALING_LONGEST_RING",
            "15s");

    final Home home;
    final FloorConfig config;
    /** Over those of the configuration file, by the names of the environment. */
    final Map<String, String> settings;
    final LocalMachine machine;
    final DatabaseServer database;
    final Carrier carrier;
    final LocalPbx pbx;
    final SimulatedPhones phones;
    final List<PhoneAccount> accounts;
    final Clock clock = OffsetClock.startingAt(Clock.systemUTC(), MORNING);

    FloorParts(FloorPlan plan) throws IOException, ConfigProblem {
        home = TestHome.fresh(plan.name());
        var given = new HashMap<>(SETTINGS);
        given.putAll(plan.settings());
        settings = Map.copyOf(given);
        config = new ConfigFile().read(home.configFile(), settings);
        machine = LocalMachine.of(home.root(), home.var());
        database = EmbeddedDatabase.prepare(machine);
        carrier = new Carrier(machine, CarrierSettings.lively(7).withTable(plan.debtors().behaviours()));
        accounts = SimulatedPhones.accounts(machine.secrets(), plan.agents());
        pbx = new LocalPbx(machine, plan.elsewhere().orElse(carrier.address()), plan.trunks(),
                DemoStaff.phones(accounts, machine.secrets()));
        phones = new SimulatedPhones(machine, pbx.phonesRegisterAt(), accounts, plan.speech());
        try {
            database.start();
            carrier.start();
            pbx.start();
            phones.start();
            phones.awaitRegistered(Duration.ofSeconds(30));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    DatabaseSettings databaseSettings() {
        return new DatabaseSettings(database.jdbcUrl(), database.user(), database.password(), config.database().pool());
    }

    PbxSettings pbxSettings() {
        ManagerAccess manager = pbx.manager();
        return new PbxSettings(manager.host(), manager.port(), manager.user(), manager.secret(), false,
                PbxSettings.DEBTOR_CONTEXT, PbxSettings.AGENT_CONTEXT, PbxTimings.USUAL);
    }

    /** What a dialer needs to work on these parts; without a spool its recorder is elsewhere. */
    DialerParts forDialer(Optional<Path> spool) {
        return new DialerParts(home, config, pbxSettings(), spool, clock, true,
                Optional.of(new PhoneLine(pbx.browserPhonesConnectTo(), BrowserPhones.LOCAL)));
    }

    /** How many calls have reached the carrier. */
    int carrierCalls() {
        return carrier.calls().size();
    }

    @Override
    public void close() {
        phones.close();
        pbx.close();
        carrier.close();
        database.close();
        machine.close();
    }
}
