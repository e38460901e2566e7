package com.callfloor.dialer.supervision.live;

/**
 * One setting of one campaign or trunk, or of the floor.
 *
 * @param subject a campaign's id or a trunk's name; empty for the floor's own
 */
public record SettingKey(Setting setting, String subject) {
    public static final SettingKey ORDER = new SettingKey(Setting.ORDER, "");
}
