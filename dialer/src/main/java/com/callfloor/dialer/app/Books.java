package com.callfloor.dialer.app;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import com.callfloor.dialer.agents.AgentRoster;
import com.callfloor.dialer.calls.CallLog;
import com.callfloor.dialer.cases.CaseDirectory;
import com.callfloor.dialer.cases.CaseStore;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.config.RulePackFile;
import com.callfloor.dialer.floor.AttemptLedger;
import com.callfloor.dialer.floor.FloorFact;
import com.callfloor.dialer.recordings.RecordingCatalogue;
import com.callfloor.dialer.rules.CallingRules;
import com.callfloor.dialer.rules.CandidateZones;
import com.callfloor.dialer.rules.RulePack;
import com.callfloor.dialer.rules.RulesDesk;
import com.callfloor.dialer.staff.StaffDirectory;
import com.callfloor.dialer.store.Database;
import com.callfloor.dialer.store.DatabaseProblem;
import com.callfloor.dialer.store.DatabaseSettings;
import com.callfloor.dialer.store.SqlAgentRoster;
import com.callfloor.dialer.store.SqlAttemptLedger;
import com.callfloor.dialer.store.SqlCallLog;
import com.callfloor.dialer.store.SqlCaseDirectory;
import com.callfloor.dialer.store.SqlCaseStore;
import com.callfloor.dialer.store.SqlFactJournal;
import com.callfloor.dialer.store.SqlRecordingCatalogue;
import com.callfloor.dialer.store.SqlRecordingRegister;
import com.callfloor.dialer.store.SqlRulesDesk;
import com.callfloor.dialer.store.SqlStaffDirectory;
import com.callfloor.dialer.store.ZoneFinder;
import com.callfloor.recorder.register.RecordingRegister;

/** Everything that is kept in the database, opened and brought up to date. */
final class Books implements AutoCloseable {
    private static final Duration RULES_REACH = Duration.ofDays(8);

    final Database database;
    final AttemptLedger ledger;
    final AgentRoster roster;
    final CaseDirectory cases;
    final CaseStore caseStore;
    final CallLog calls;
    final RecordingCatalogue recordings;
    final RecordingRegister register;
    final StaffDirectory staff;
    final RulesDesk rulesDesk;

    private Books(Database database, CallingRules rules) {
        this.database = database;
        ZoneFinder zones = new CandidateZones()::of;
        this.ledger = new SqlAttemptLedger(database, rules::decide, zones, RULES_REACH);
        this.rulesDesk = new SqlRulesDesk(database, rules::decide, zones, RULES_REACH);
        this.roster = new SqlAgentRoster(database);
        this.cases = new SqlCaseDirectory(database);
        this.caseStore = new SqlCaseStore(database);
        this.calls = new SqlCallLog(database);
        this.recordings = new SqlRecordingCatalogue(database);
        this.register = new SqlRecordingRegister(database);
        this.staff = new SqlStaffDirectory(database);
    }

    static Books open(Home home, FloorConfig config, DatabaseSettings settings, Clock clock)
            throws ConfigProblem, DatabaseProblem {
        CallingRules rules = rules(home, config);
        Database database = Database.open(settings, clock);
        database.migrate();
        return new Books(database, rules);
    }

    private static CallingRules rules(Home home, FloorConfig config) throws ConfigProblem {
        List<RulePack> packs = new ArrayList<>();
        for (String name : config.rules().packs()) {
            packs.add(new RulePackFile().read(home.rulePacks(), name));
        }
        if (packs.isEmpty()) {
            throw new ConfigProblem("rules.packs is empty: a floor without rules may not dial; name at least 'floor'");
        }
        return new CallingRules(packs);
    }

    SqlFactJournal journal(Consumer<FloorFact> afterWritten) {
        return new SqlFactJournal(database, afterWritten);
    }

    @Override
    public void close() {
        database.close();
    }
}
