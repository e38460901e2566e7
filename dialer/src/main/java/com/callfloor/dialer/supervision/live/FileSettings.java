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
import com.callfloor.dialer.words.Words;

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
            throw new ChangeRefused(Kind.UNKNOWN, Words.of("there is no %s of this name", "没有这个名称的%s",
                    named(key.setting().subject())));
        }
        return switch (key.setting()) {
            case MODE -> CampaignMode.ofCode(value)
                    .map(CampaignMode::code)
                    .orElseThrow(() -> invalid(Words.of("the mode '%1$s' is not known", "没有“%1$s”这种模式", value)));
            case LINES -> value.isEmpty()
                    ? ""
                    : whole(value, CampaignLimits.MOST_LINES,
                            Words.of(
                                    "lines must be a whole number from 1 to %d, or none; to stop the campaign, pause it",
                                    "通道数须为 1 到 %d 的整数，或留空；如需停止请暂停活动", CampaignLimits.MOST_LINES));
            case RINGING -> value.isEmpty()
                    ? ""
                    : whole(value, CampaignLimits.MOST_LINES, Words.of(
                            "ringing calls must be a whole number from 1 to %d, or none; to stop the campaign, pause it",
                            "振铃数须为 1 到 %d 的整数，或留空；如需停止请暂停活动", CampaignLimits.MOST_LINES));
            case ABANDON_TARGET -> target(value);
            case ORDER -> order(value);
            case CHANNELS -> whole(value, Trunk.MOST_CHANNELS,
                    Words.of("a trunk's lines must be a whole number from 1 to %d; to use none, switch it off",
                            "线路的通道数须为 1 到 %d 的整数；如不使用请停用该线路", Trunk.MOST_CHANNELS));
            case CALLS_PER_SECOND -> callsPerSecond(value);
            case OPEN -> {
                if (!value.equals("true") && !value.equals("false")) {
                    throw invalid(new Words("a trunk is on (true) or off (false)", "线路只能启用（true）或停用（false）"));
                }
                yield value;
            }
        };
    }

    private static String whole(String value, int most, Words otherwise) throws ChangeRefused {
        int number = number(value).filter(read -> read.stripTrailingZeros().scale() <= 0)
                .filter(read -> read.signum() > 0 && read.compareTo(BigDecimal.valueOf(most)) <= 0)
                .orElseThrow(() -> invalid(otherwise))
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
            Words because = allowedByRules < abandonCap
                    ? new Words("the most that a rule pack allows", "规则包允许的上限")
                    : new Words("dialing.abandon_cap in config/floor.yaml", "config/floor.yaml 中的 dialing.abandon_cap");
            throw invalid(Words.of("the abandonment target must be a share from 0.001 to %1$s, which is %2$s",
                    "呼损目标须在 0.001 到 %1$s 之间，后者为%2$s", plain(highestTarget()), because));
        }
        return plain(share);
    }

    String highestTargetAsText() {
        return plain(highestTarget());
    }

    private static String callsPerSecond(String value) throws ChangeRefused {
        double rate = number(value).map(BigDecimal::doubleValue).orElse(0.0);
        if (!(rate >= 0.1 && rate <= Trunk.MOST_CALLS_PER_SECOND)) {
            throw invalid(Words.of(
                    "calls a second must be a number from 0.1 to %s; to place none, switch the trunk off",
                    "每秒呼叫数须在 0.1 到 %s 之间；如不使用请停用该线路", plain(Trunk.MOST_CALLS_PER_SECOND)));
        }
        return plain(rate);
    }

    /** Each campaign once; those that are not named (a file's new ones) keep their place behind the one before them. */
    private String order(String value) throws ChangeRefused {
        List<String> wanted = new ArrayList<>(Arrays.asList(value.split(",", -1)));
        if (new HashSet<>(wanted).size() != wanted.size()) {
            throw invalid(new Words("a campaign stands twice in the order", "次序中有活动重复出现"));
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

    private static ChangeRefused invalid(Words why) {
        return new ChangeRefused(Kind.INVALID, why);
    }

    static Words named(Setting.Subject subject) {
        return switch (subject) {
            case CAMPAIGN -> new Words("campaign", "活动");
            case TRUNK -> new Words("trunk", "线路");
            case FLOOR -> new Words("floor", "现场");
        };
    }
}
