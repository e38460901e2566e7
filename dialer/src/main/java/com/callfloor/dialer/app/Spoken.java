package com.callfloor.dialer.app;

import java.util.regex.Pattern;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig.FloorSection;

/** What the PBX says of the floor to whoever answers, a stranger perhaps. {@code bin/floor} makes the sounds of it. */
final class Spoken {
    private static final Pattern NUMBER = Pattern.compile("[0-9 +()-]*");
    private static final int FEWEST_DIGITS = 3;
    private static final Pattern TELLS_OF_A_DEBT = Pattern.compile(
            "(?iu)debt|collect|overdue|arrears|recover|债|欠|催|逾期|贷|cuīshōu|zhàiwù|qiànkuǎn|yúqī|dàikuǎn");

    private Spoken() {}

    static void check(FloorSection floor) throws ConfigProblem {
        checkName("spoken_name_zh", floor.spokenNameZh());
        checkName("spoken_name_en", floor.spokenNameEn());
        String number = floor.callbackNumber();
        if (!NUMBER.matcher(number).matches() || number.replaceAll("[^0-9]", "").length() < FEWEST_DIGITS) {
            throw new ConfigProblem("config/floor.yaml: floor.callback_number is '" + number
                    + "'; it must be the number that people can call back, in digits such as \"021 6000 0000\"");
        }
    }

    private static void checkName(String key, String name) throws ConfigProblem {
        if (name.isBlank()) {
            throw new ConfigProblem("config/floor.yaml: floor." + key
                    + " is empty; whoever answers and finds no agent must hear who called");
        }
        if (TELLS_OF_A_DEBT.matcher(name).find()) {
            throw new ConfigProblem("config/floor.yaml: floor." + key + " is '" + name
                    + "', which tells a stranger of a debt; use a name that does not");
        }
    }
}
