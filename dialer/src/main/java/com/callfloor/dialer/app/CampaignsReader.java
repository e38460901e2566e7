package com.callfloor.dialer.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.config.FloorConfig.CampaignSection;
import com.callfloor.dialer.store.SqlCampaigns.Takes;
import com.callfloor.dialer.supervision.Campaign;

/** The campaigns of the configuration, by priority; where it lists none, one that takes every case. */
record CampaignsReader(List<Campaign> campaigns, List<Takes> takes) {
    private static final String ONLY = "default";
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,49}");

    static CampaignsReader read(FloorConfig config) throws ConfigProblem {
        List<CampaignSection> sections = config.campaigns();
        if (sections.isEmpty()) {
            sections = List.of(new CampaignSection(ONLY, config.floor().name(), "", List.of(), List.of(), false));
        }
        List<Campaign> campaigns = new ArrayList<>();
        List<Takes> takes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<String> takingAll = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            CampaignSection section = sections.get(i);
            String where = "config/floor.yaml: campaigns[" + i + "]: ";
            if (!ID.matcher(section.id()).matches()) {
                throw new ConfigProblem(where + "the id '" + section.id()
                        + "' must be small letters, digits, '-' and '_', 50 at most");
            }
            if (!ids.add(section.id())) {
                throw new ConfigProblem(where + "another one has the id " + section.id());
            }
            String mode = section.mode().isEmpty() ? config.dialing().mode() : section.mode();
            campaigns.add(Campaign.in(section.id(), section.name().isEmpty() ? section.id() : section.name(),
                    FloorSettingsReader.mode(mode)).asking(section.satisfaction()));
            takes.add(new Takes(section.id(), section.name(), section.lenders(), section.products()));
            if (section.lenders().isEmpty() && section.products().isEmpty()) {
                takingAll.add(section.id());
            }
        }
        if (takingAll.size() != 1) {
            throw new ConfigProblem(
                    "config/floor.yaml: campaigns: exactly one must have neither lenders nor products, for "
                            + "all cases that no other one takes; "
                            + (takingAll.isEmpty() ? "none has" : takingAll + " have"));
        }
        return new CampaignsReader(List.copyOf(campaigns), List.copyOf(takes));
    }
}
