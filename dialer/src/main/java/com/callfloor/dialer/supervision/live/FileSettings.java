package com.callfloor.dialer.supervision.live;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.CampaignLimits;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.live.ChangeRefused.Kind;
import com.callfloor.dialer.trunks.Trunk;

/**
 * What the files say of everything that may be changed live, and which values may lie over it.
 *
 * @param campaigns by priority
 * @param trunks in the order in which they are tried
 * @param abandonCap the floor's own cap of abandoned calls
 * @param allowedByRules the lowest share that a rule pack names
 */
public record FileSettings(List<Campaign> campaigns, List<Trunk> trunks, double abandonCap, double allowedByRules) {
    public FileSettings {
        campaigns = List.copyOf(campaigns);
        trunks = List.copyOf(trunks);
    }

    /** The highest abandonment target that may be set. */
    public double highestTarget() {
        return Math.min(abandonCap, allowedByRules);
    }

    public Optional<Campaign> campaign(String id) {
        return campaigns.stream().filter(campaign -> campaign.id().equals(id)).findFirst();
    }

    public Optional<Trunk> trunk(String name) {
        return trunks.stream().filter(trunk -> trunk.name().equals(name)).findFirst();
    }

    /** What the files say, as text; empty where they know no such campaign or trunk. */
    Optional<String> value(SettingKey key) {
        Optional<Campaign> campaign = campaign(key.subject());
        Optional<Trunk> trunk = trunk(key.subject());
        return switch (key.setting()) {
            case MODE -> campaign.map(found -> found.mode().code());
            case LINES, RINGING -> campaign.map(found -> "");
            case ABANDON_TARGET -> campaign.map(found -> plain(abandonCap));
            case ORDER -> Optional.of(campaigns.stream().map(Campaign::id).collect(Collectors.joining(",")));
            case CHANNELS -> trunk.map(found -> Integer.toString(found.channels()));
            case CALLS_PER_SECOND -> trunk.map(found -> plain(found.callsPerSecond()));
            case OPEN -> trunk.map(found -> "true");
        };
    }

    /** The value as it is kept. */
    String checked(SettingKey key, String value) throws ChangeRefused {
        if (value(key).isEmpty()) {
            throw new ChangeRefused(Kind.UNKNOWN, "there is no " + key.setting().subject().code() + " of this name");
        }
        return switch (key.setting()) {
            case MODE -> CampaignMode.ofCode(value)
                    .map(CampaignMode::code)
                    .orElseThrow(() -> invalid("the mode '" + value + "' is not known"));
            case LINES -> value.isEmpty()
                    ? ""
                    : whole(value, CampaignLimits.MOST_LINES,
                            "lines must be a whole number from 1 to %d, or none; to stop the campaign, pause it");
            case RINGING -> value.isEmpty()
                    ? ""
                    : whole(value, CampaignLimits.MOST_LINES,
                            "ringing calls must be a whole number from 1 to %d, or none; to stop the campaign, pause it");
            case ABANDON_TARGET -> target(value);
            case ORDER -> order(value);
            case CHANNELS -> whole(value, Trunk.MOST_CHANNELS,
                    "a trunk's lines must be a whole number from 1 to %d; to use none, switch it off");
            case CALLS_PER_SECOND -> callsPerSecond(value);
            case OPEN -> {
                if (!value.equals("true") && !value.equals("false")) {
                    throw invalid("a trunk is on (true) or off (false)");
                }
                yield value;
            }
        };
    }

    private static String whole(String value, int most, String otherwise) throws ChangeRefused {
        int number = number(value).filter(read -> read.stripTrailingZeros().scale() <= 0)
                .filter(read -> read.signum() > 0 && read.compareTo(BigDecimal.valueOf(most)) <= 0)
                .orElseThrow(() -> invalid(otherwise.replace("%d", Integer.toString(most))))
                .intValueExact();
        return Integer.toString(number);
    }

    private String target(String value) throws ChangeRefused {
        double share = number(value).map(BigDecimal::doubleValue).orElse(0.0);
        // What the file says is taken as it stands, below the least share of a change.
        if (share == abandonCap && abandonCap <= allowedByRules) {
            return plain(share);
        }
        if (!(share >= 0.001 && share <= highestTarget())) {
            throw invalid("the abandonment target must be a share from 0.001 to " + plain(highestTarget())
                    + (allowedByRules < abandonCap
                            ? ", which is the most that a rule pack allows"
                            : ", which is dialing.abandon_cap in config/floor.yaml"));
        }
        return plain(share);
    }

    String highestTargetAsText() {
        return plain(highestTarget());
    }

    private static String callsPerSecond(String value) throws ChangeRefused {
        double rate = number(value).map(BigDecimal::doubleValue).orElse(0.0);
        if (!(rate >= 0.1 && rate <= Trunk.MOST_CALLS_PER_SECOND)) {
            throw invalid("calls a second must be a number from 0.1 to " + plain(Trunk.MOST_CALLS_PER_SECOND)
                    + "; to place none, switch the trunk off");
        }
        return plain(rate);
    }

    /** Each campaign once; those that are not named (a file's new ones) keep their place behind the one before them. */
    private String order(String value) throws ChangeRefused {
        List<String> wanted = new ArrayList<>(Arrays.asList(value.split(",", -1)));
        if (new HashSet<>(wanted).size() != wanted.size()) {
            throw invalid("a campaign stands twice in the order");
        }
        wanted.removeIf(id -> campaign(id).isEmpty());
        for (int i = 0; i < campaigns.size(); i++) {
            String id = campaigns.get(i).id();
            if (!wanted.contains(id)) {
                int before = i == 0 ? -1 : wanted.indexOf(campaigns.get(i - 1).id());
                wanted.add(before + 1, id);
            }
        }
        return String.join(",", wanted);
    }

    private static Optional<BigDecimal> number(String value) {
        try {
            return value.length() > 20 ? Optional.empty() : Optional.of(new BigDecimal(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static ChangeRefused invalid(String message) {
        return new ChangeRefused(Kind.INVALID, message);
    }
}
