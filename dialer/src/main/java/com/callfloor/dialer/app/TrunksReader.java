package com.callfloor.dialer.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.config.FloorConfig.CallerIdSection;
import com.callfloor.dialer.config.FloorConfig.TrunkSection;
import com.callfloor.dialer.trunks.CallerId;
import com.callfloor.dialer.trunks.Trunk;

/** The trunks of the configuration; where it lists none, the single one of {@code pbx}. */
final class TrunksReader {
    private TrunksReader() {}

    static List<Trunk> read(FloorConfig config) throws ConfigProblem {
        if (config.trunks().isEmpty()) {
            return List.of(single(config));
        }
        List<Trunk> trunks = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < config.trunks().size(); i++) {
            TrunkSection section = config.trunks().get(i);
            try {
                List<CallerId> callerIds = section.callerIds().stream().map(TrunksReader::callerId).toList();
                trunks.add(new Trunk(section.name(), section.channels(), section.callsPerSecond(), callerIds));
            } catch (IllegalArgumentException e) {
                throw new ConfigProblem("config/floor.yaml: trunks[" + i + "]: " + e.getMessage());
            }
            if (!names.add(section.name())) {
                throw new ConfigProblem(
                        "config/floor.yaml: trunks[" + i + "]: another one has the name " + section.name());
            }
        }
        return trunks;
    }

    private static Trunk single(FloorConfig config) throws ConfigProblem {
        String callerId = config.pbx().callerId();
        try {
            return Trunk.unlimited(config.pbx().trunk(), callerId.isEmpty() ? null : new PhoneNumber(callerId));
        } catch (IllegalArgumentException e) {
            throw new ConfigProblem("config/floor.yaml: pbx.trunk or pbx.caller_id: " + e.getMessage());
        }
    }

    private static CallerId callerId(CallerIdSection section) {
        return new CallerId(new PhoneNumber(section.number()), Set.copyOf(section.regions()));
    }
}
