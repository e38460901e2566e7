package com.callfloor.dialer.supervision.live;

import java.time.Instant;
import java.util.List;

import com.callfloor.dialer.supervision.Campaign;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.live.Change.Author;
import com.callfloor.dialer.supervision.live.ChangeBook.NewChange;
import com.callfloor.dialer.web.testing.FakeChanges;
import com.callfloor.dialer.web.testing.FakeFloor;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeptSettingsTest {
    private static final Instant THEN = Instant.parse("2026-03-01T02:00:00Z");
    private static final double CAP_OF_THE_FLOOR = 0.05;
    private static final double CAP_OF_THE_RULES = 0.03;

    private final FakeChanges book = new FakeChanges();
    private final FakeFloor floor = new FakeFloor();

    @Test
    void aKeptTargetThatTheRulesDoNotAllowAnyMoreIsTheHighestThatTheyDoWhateverElseIsKept() throws ChangeRefused {
        keep(Setting.ABANDON_TARGET, "0.05", "0.04");
        keep(Setting.LINES, "", "5");
        keep(Setting.RINGING, "", "3");
        LiveSettings settings = settings();

        settings.begin();
        var unused = settings.set(key(Setting.LINES), "6", new Author(1, "su"), null);

        assertThat(floor.asked).isNotEmpty().allMatch(limits -> limits.endsWith(" 0.03"), "never above the rules");
        assertThat(floor.asked).last().isEqualTo("limits main 6 3 0.03");
    }

    @Test
    void whatHoldsIsPutOverTheFiles() {
        keep(Setting.ABANDON_TARGET, "0.05", "0.02");
        keep(Setting.LINES, "", "5");

        settings().begin();

        assertThat(floor.asked).containsOnly("limits main 5 null 0.02");
    }

    private LiveSettings settings() {
        var files = new FileSettings(List.of(Campaign.in("main", "Main", CampaignMode.PROGRESSIVE)), List.of(),
                CAP_OF_THE_FLOOR, CAP_OF_THE_RULES);
        return new LiveSettings(book, files, floor, () -> THEN);
    }

    private void keep(Setting setting, String from, String to) {
        book.add(new NewChange(THEN, new Author(1, "su"), key(setting), from, to, false, null, null));
    }

    private static SettingKey key(Setting setting) {
        return new SettingKey(setting, "main");
    }
}
