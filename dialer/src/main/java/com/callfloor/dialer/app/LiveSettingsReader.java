package com.callfloor.dialer.app;

import java.time.Clock;

import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.rules.pack.Duty;
import com.callfloor.dialer.supervision.FloorControl;
import com.callfloor.dialer.supervision.live.FileSettings;
import com.callfloor.dialer.supervision.live.LiveSettings;

/** What the configuration says of everything that may be changed live, and what was changed since. */
final class LiveSettingsReader {
    private LiveSettingsReader() {}

    static LiveSettings read(FloorConfig config, CampaignsReader campaigns, Books books, FloorControl floor,
            Clock clock)
            throws ConfigProblem {
        double allowed = books.packs.terms()
                .stream()
                .filter(term -> term.inForceAt(clock.instant()))
                .flatMap(term -> term.pack().duties().stream())
                .filter(Duty.AbandonmentRatio.class::isInstance)
                .mapToDouble(duty -> ((Duty.AbandonmentRatio) duty).atMost())
                .min()
                .orElse(1);
        var files = new FileSettings(campaigns.campaigns(), TrunksReader.read(config), config.dialing().abandonCap(),
                allowed);
        return new LiveSettings(books.changes, files, floor, clock);
    }
}
