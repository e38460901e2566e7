package com.callfloor.dialer.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig.OutsideSection;
import com.callfloor.dialer.supervision.OutsideDestination;
import com.callfloor.dialer.supervision.OutsideDestination.Permission;
import com.callfloor.dialer.trunks.Trunk;
import com.callfloor.dialer.words.Words;

/** To whom outside the floor debtors may be put through, as the configuration lists them. */
final class OutsideReader {
    private OutsideReader() {}

    static List<OutsideDestination> read(List<OutsideSection> sections, List<Trunk> trunks) throws ConfigProblem {
        List<OutsideDestination> destinations = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < sections.size(); i++) {
            OutsideSection section = sections.get(i);
            try {
                destinations.add(destination(section, trunks));
            } catch (IllegalArgumentException e) {
                throw new ConfigProblem("config/floor.yaml: transfers.outside[" + i + "]: " + e.getMessage());
            }
            if (!names.add(section.name())) {
                throw new ConfigProblem(
                        "config/floor.yaml: transfers.outside[" + i + "]: another one has the name " + section.name());
            }
        }
        return destinations;
    }

    private static OutsideDestination destination(OutsideSection section, List<Trunk> trunks) {
        String trunk = section.trunk();
        if (!trunk.isEmpty() && trunks.stream().noneMatch(one -> one.name().equals(trunk))) {
            throw new IllegalArgumentException("there is no trunk '" + trunk + "'; there is "
                    + trunks.stream().map(Trunk::name).collect(Collectors.joining(", "))
                    + ", or leave it empty for the first with a line free");
        }
        return new OutsideDestination(section.name(), new Words(section.label().en(), section.label().zh()),
                number(section.number()), trunk, Set.copyOf(section.lenders()), permission(section.permission()));
    }

    private static PhoneNumber number(String text) {
        try {
            return new PhoneNumber(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("number: " + e.getMessage() + ", such as +862160000002", e);
        }
    }

    private static Permission permission(String text) {
        return switch (text) {
            case "agents" -> Permission.AGENTS;
            case "supervisors" -> Permission.SUPERVISORS;
            default -> throw new IllegalArgumentException(
                    "permission is '" + text + "'; it can be agents or supervisors");
        };
    }
}
