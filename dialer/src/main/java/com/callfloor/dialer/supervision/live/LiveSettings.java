package com.callfloor.dialer.supervision.live;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

import com.callfloor.dialer.supervision.CampaignLimits;
import com.callfloor.dialer.supervision.CampaignMode;
import com.callfloor.dialer.supervision.FloorControl;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.live.Change.Author;
import com.callfloor.dialer.supervision.live.ChangeBook.NewChange;
import com.callfloor.dialer.supervision.live.ChangeRefused.Kind;
import com.callfloor.dialer.supervision.live.Setting.Subject;
import com.callfloor.dialer.trunks.Trunk;
import com.callfloor.dialer.trunks.TrunkLimits;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes while the floor runs. The files give the start; what is kept lies over them, at the next start too. A change is on
 * disk before the floor hears of it; only a pause is never refused for want of the database. Usable from any thread; changes block on the database, one after the other, so that the
 * floor hears them in the order in which they are kept.
 */
public final class LiveSettings {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSettings.class);

    private final ChangeBook book;
    private final FileSettings files;
    private final FloorControl floor;
    private final InstantSource clock;
    private final Map<SettingKey, Change> latest = new ConcurrentHashMap<>();

    /**
     * A change that was kept.
     *
     * @param change empty: it was so already
     * @param applied what the floor says to it
     */
    public record Done(Optional<Change> change, CompletionStage<FloorReply> applied) {}

    /** Something that is not as the files say. */
    public record Deviation(String inFiles, String now, Change change) {
        /** For whoever starts the floor and may wonder. */
        public String words() {
            return "%s %s is %s and not %s as config/floor.yaml or the command says: %s changed it live at %s"
                    .formatted(
                            change.key().subject(), change.key().setting().code(), orNone(now), orNone(inFiles),
                            change.by().login(), change.at())
                    .strip();
        }

        private static String orNone(String value) {
            return value.isEmpty() ? "without limit" : value;
        }
    }

    /** Takes what is kept from the book; the floor hears of it with {@link #begin()}. Blocks. */
    public LiveSettings(ChangeBook book, FileSettings files, FloorControl floor, InstantSource clock) {
        this.book = book;
        this.files = files;
        this.floor = floor;
        this.clock = clock;
        book.latestOfEach().forEach(change -> latest.put(change.key(), change));
    }

    public FileSettings files() {
        return files;
    }

    /** Puts what is kept over what the files say. What the files allow no more, or know no more, stays as they say. */
    public synchronized void begin() {
        Map<Change, String> holding = new LinkedHashMap<>();
        for (Change change : List.copyOf(latest.values())) {
            try {
                if (!change.asInFiles() && files.value(change.key()).isPresent()) {
                    holding.put(change, files.checked(change.key(), change.to()));
                }
            } catch (ChangeRefused refused) {
                refuse(change, refused).ifPresent(instead -> holding.put(instead, instead.to()));
            }
        }
        // After all are checked: what is applied takes the others of its campaign or trunk along.
        holding.forEach(this::applyKept);
    }

    private void applyKept(Change change, String value) {
        SettingKey key = change.key();
        if (key.setting() == Setting.MODE && value.equals(CampaignMode.PAUSED.code())) {
            var unused = apply(key, change.from());
        }
        var unused = apply(key, value);
    }

    /** What holds instead: of a target the highest that the rules allow, never what the files say above that. */
    private Optional<Change> refuse(Change change, ChangeRefused refused) {
        LOG.warn("the kept change {} of {} {} does not hold any more: {}", change.id(), change.key().subject(),
                change.key().setting().code(), refused.getMessage());
        latest.remove(change.key());
        if (change.key().setting() != Setting.ABANDON_TARGET) {
            return Optional.empty();
        }
        Change lowered = change.as(files.highestTargetAsText());
        latest.put(lowered.key(), lowered);
        return Optional.of(lowered);
    }

    /** What the files say, as text; empty where they know no such campaign or trunk. */
    public Optional<String> inFiles(SettingKey key) {
        return files.value(key);
    }

    /** What holds now, as text; empty where there is no such campaign or trunk. */
    public Optional<String> now(SettingKey key) {
        Change change = latest.get(key);
        Optional<String> inFiles = files.value(key);
        return change == null || change.asInFiles() ? inFiles : inFiles.map(known -> change.to());
    }

    /** Everything that is not as the files say. */
    public List<Deviation> deviations() {
        return latest.values()
                .stream()
                .filter(change -> !change.asInFiles())
                .sorted(Comparator.comparingLong(Change::id))
                .flatMap(change -> files.value(change.key())
                        .filter(inFiles -> !inFiles.equals(change.to()))
                        .map(inFiles -> new Deviation(inFiles, change.to(), change))
                        .stream())
                .toList();
    }

    /** The same of this campaign or trunk, or, where {@code subject} is empty, of the floor itself. */
    public List<Deviation> deviations(Subject of, String subject) {
        return deviations().stream()
                .filter(one -> one.change().key().subject().equals(subject)
                        && one.change().key().setting().subject() == of)
                .toList();
    }

    /** Whether this change is the last of its setting, so that it can be undone. */
    public boolean undoable(Change change) {
        Change last = latest.get(change.key());
        return last != null && last.id() == change.id() && files.value(change.key()).isPresent();
    }

    public Done set(SettingKey key, String value, Author by, @Nullable String why) throws ChangeRefused {
        return keep(key, value, by, why, null);
    }

    /** Gives a campaign this place among all, 1 being the first. */
    public synchronized Done place(String campaign, int place, Author by, @Nullable String why) throws ChangeRefused {
        List<String> order = new ArrayList<>(Arrays.asList(now(SettingKey.ORDER).orElseThrow().split(",", -1)));
        if (!order.remove(campaign)) {
            throw new ChangeRefused(Kind.UNKNOWN, new Words("there is no campaign of this name", "没有这个名称的活动"));
        }
        if (place < 1 || place > order.size() + 1) {
            throw new ChangeRefused(Kind.INVALID, Words.of("the priority must be from 1, the first, to %d",
                    "优先级须为 1（最先）到 %d", order.size() + 1));
        }
        order.add(place - 1, campaign);
        return keep(SettingKey.ORDER, String.join(",", order), by, why, null);
    }

    /** Brings back what was kept before a change, which must be the last of its setting. Undoing is a change itself. */
    public synchronized Done undo(long id, Author by, @Nullable String why) throws ChangeRefused {
        Change change = book.byId(id)
                .orElseThrow(
                        () -> new ChangeRefused(Kind.UNKNOWN, new Words("there is no change of this id", "没有这次更改")));
        Change last = latest.get(change.key());
        if (files.value(change.key()).isEmpty()) {
            throw new ChangeRefused(Kind.OVERTAKEN, Words.of("the configuration knows no %1$s %2$s any more",
                    "配置中已没有%1$s %2$s", FileSettings.named(change.key().setting().subject()),
                    change.key().subject()));
        }
        if (last == null || last.id() != id) {
            throw new ChangeRefused(Kind.OVERTAKEN, last == null
                    ? new Words("it does not hold any more", "该更改已失效")
                    : Words.of("it does not hold any more: %s changed it again, and that can be undone",
                            "该更改已失效：%s 又作了更改，可撤销后者", last.by().login()));
        }
        String before = book.before(change)
                .filter(earlier -> !earlier.asInFiles())
                .map(Change::to)
                .orElseGet(() -> files.value(change.key()).orElseThrow());
        return keep(change.key(), before, by, why, id);
    }

    private synchronized Done keep(SettingKey key, String wanted, Author by, @Nullable String why,
            @Nullable Long undoes) throws ChangeRefused {
        String value = files.checked(key, wanted);
        String from = now(key).orElseThrow();
        if (value.equals(from)) {
            return new Done(Optional.empty(), apply(key, value));
        }
        Instant at = clock.instant();
        Change change;
        try {
            change = book.add(new NewChange(at, by, key, from, value,
                    value.equals(files.value(key).orElseThrow()), why, undoes));
        } catch (RuntimeException e) {
            if (key.setting() == Setting.MODE && value.equals(CampaignMode.PAUSED.code())) {
                LOG.warn("campaign {} is paused, but that is not kept: after a restart it goes on", key.subject(), e);
                return new Done(Optional.empty(), apply(key, value));
            }
            throw e;
        }
        latest.put(key, change);
        return new Done(Optional.of(change), apply(key, value));
    }

    private CompletionStage<FloorReply> apply(SettingKey key, String value) {
        String subject = key.subject();
        return switch (key.setting()) {
            case MODE -> floor.mode(subject, CampaignMode.ofCode(value).orElseThrow());
            case LINES, RINGING, ABANDON_TARGET -> floor.limits(subject, limits(key, value));
            case ORDER -> floor.order(Arrays.asList(value.split(",", -1)));
            case CHANNELS, CALLS_PER_SECOND, OPEN -> floor.trunkLimits(subject, trunkLimits(key, value));
        };
    }

    private CampaignLimits limits(SettingKey changed, String value) {
        String lines = with(changed, value, Setting.LINES);
        String ringing = with(changed, value, Setting.RINGING);
        String target = with(changed, value, Setting.ABANDON_TARGET);
        String floors = files.value(new SettingKey(Setting.ABANDON_TARGET, changed.subject())).orElseThrow();
        return new CampaignLimits(lines.isEmpty() ? null : Integer.valueOf(lines),
                ringing.isEmpty() ? null : Integer.valueOf(ringing),
                target.equals(floors) ? null : Double.valueOf(target));
    }

    private TrunkLimits trunkLimits(SettingKey changed, String value) {
        Trunk trunk = files.trunk(changed.subject()).orElseThrow();
        return TrunkLimits.of(trunk)
                .withChannels(Integer.parseInt(with(changed, value, Setting.CHANNELS)))
                .withCallsPerSecond(Double.parseDouble(with(changed, value, Setting.CALLS_PER_SECOND)))
                .opened(Boolean.parseBoolean(with(changed, value, Setting.OPEN)));
    }

    private String with(SettingKey changed, String value, Setting setting) {
        return changed.setting() == setting ? value : now(new SettingKey(setting, changed.subject())).orElseThrow();
    }
}
