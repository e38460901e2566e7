package com.callfloor.dialer.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.callfloor.dialer.agents.BrowserPhones;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.config.FloorConfig.CarrierSection;
import com.callfloor.dialer.local.Carrier;
import com.callfloor.dialer.local.CarrierSettings;
import com.callfloor.dialer.local.DatabaseServer;
import com.callfloor.dialer.local.EmbeddedDatabase;
import com.callfloor.dialer.local.LocalMachine;
import com.callfloor.dialer.local.LocalPbx;
import com.callfloor.dialer.local.ManagerAccess;
import com.callfloor.dialer.local.OutcomeShares;
import com.callfloor.dialer.local.PhoneAccount;
import com.callfloor.dialer.local.PhoneSpeech;
import com.callfloor.dialer.local.SimulatedPhones;
import com.callfloor.dialer.local.SipAddress;
import com.callfloor.dialer.pbx.PbxSettings;
import com.callfloor.dialer.pbx.PbxTimings;
import com.callfloor.dialer.store.DatabaseSettings;
import com.callfloor.dialer.trunks.Trunk;
import com.callfloor.dialer.web.phone.PhoneLine;
import org.jspecify.annotations.Nullable;

/** What {@code up} starts around the dialer where the configuration names nothing else. Ends with this process. */
final class LocalParts implements AutoCloseable {
    private static final Duration LONGEST_REGISTRATION = Duration.ofSeconds(20);
    private static final Duration PAUSE_BETWEEN_PHRASES = Duration.ofMillis(800);
    private static final double WHOLE = 100;

    private final Home home;
    private final FloorConfig config;
    private final LocalMachine machine;
    private final List<Runnable> endings = new ArrayList<>();
    private @Nullable LocalPbx pbx;

    LocalParts(Home home, FloorConfig config) {
        this.home = home;
        this.config = config;
        this.machine = LocalMachine.of(home.root(), home.var());
    }

    LocalMachine machine() {
        return machine;
    }

    /** The configured database, or an embedded one that is started now. */
    DatabaseSettings database() {
        var database = config.database();
        if (!database.isEmbedded()) {
            return new DatabaseSettings(database.url(), database.user(), database.password(), database.pool());
        }
        DatabaseServer embedded = EmbeddedDatabase.prepare(machine);
        embedded.start();
        endings.add(embedded::close);
        return new DatabaseSettings(embedded.jdbcUrl(), embedded.user(), embedded.password(), database.pool());
    }

    /** The accounts that phones may register with at the local PBX. */
    List<PhoneAccount> phoneAccounts(int count) {
        return SimulatedPhones.accounts(machine.secrets(), count);
    }

    /** The configured PBX, or a private one that is started now, with its carrier unless {@code trunk} names another. */
    PbxSettings pbx(Optional<SipAddress> trunk, List<PhoneAccount> accounts) throws ConfigProblem {
        var section = config.pbx();
        if (!section.isLocal()) {
            return new PbxSettings(section.host(), section.port(), section.user(), section.secret(), section.tls(),
                    PbxSettings.DEBTOR_CONTEXT, PbxSettings.AGENT_CONTEXT,
                    PbxTimings.USUAL);
        }
        SipAddress carrier = trunk.orElseGet(this::startCarrier);
        List<String> trunks = TrunksReader.read(config).stream().map(Trunk::name).toList();
        LocalPbx local = new LocalPbx(machine, carrier, trunks, DemoStaff.phones(accounts, machine.secrets()));
        local.start();
        pbx = local;
        endings.add(local::close);
        ManagerAccess manager = local.manager();
        return new PbxSettings(manager.host(), manager.port(), manager.user(), manager.secret(), false,
                PbxSettings.DEBTOR_CONTEXT, PbxSettings.AGENT_CONTEXT, PbxTimings.USUAL);
    }

    private SipAddress startCarrier() {
        CarrierSection section = config.demo().carrier();
        var shares = new OutcomeShares(section.noAnswer() / WHOLE, section.busy() / WHOLE,
                section.notInService() / WHOLE, section.congestion() / WHOLE, section.voicemail() / WHOLE,
                section.hangsUpAtOnce() / WHOLE);
        var settings = new CarrierSettings(config.demo().seed(), shares,
                new CarrierSettings.Span(section.ring().from(), section.ring().to()),
                new CarrierSettings.Span(section.talk().from(), section.talk().to()), Map.of());
        Carrier carrier = new Carrier(machine, settings);
        carrier.start();
        endings.add(carrier::close);
        return carrier.address();
    }

    /** Starts phones that register at the local PBX, pick up and speak. */
    void simulatePhones(List<PhoneAccount> accounts) {
        if (pbx == null || accounts.isEmpty()) {
            return;
        }
        var phones = new SimulatedPhones(machine, pbx.phonesRegisterAt(), accounts,
                new PhoneSpeech.Phrases(PAUSE_BETWEEN_PHRASES));
        phones.start();
        endings.add(phones::close);
        phones.awaitRegistered(LONGEST_REGISTRATION);
    }

    /** Where the PBX writes recordings, if this machine sees it. */
    Optional<Path> spool() {
        if (pbx != null) {
            return Optional.of(pbx.recordings());
        }
        return Optional.of(config.pbx().spool()).filter(spool -> !spool.isEmpty()).map(home::resolve);
    }

    /** The local PBX's door for phones in browsers, or the configured one's. */
    Optional<PhoneLine> browserPhones() throws ConfigProblem {
        return pbx == null
                ? PhoneLineReader.read(config)
                : Optional.of(new PhoneLine(pbx.browserPhonesConnectTo(), BrowserPhones.LOCAL));
    }

    Optional<SipAddress> phonesRegisterAt() {
        return Optional.ofNullable(pbx).map(LocalPbx::phonesRegisterAt);
    }

    /** In the reverse order of their start: phones, PBX, carrier, database. */
    @Override
    public void close() {
        endings.reversed().forEach(Runnable::run);
        machine.close();
    }
}
