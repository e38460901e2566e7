package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.floor.PbxEvent;
import com.callfloor.dialer.words.Words;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state of the link as the floor sees it: down, or up since a snapshot. Confined to the dispatch thread, but for
 * {@link #isUp}.
 *
 * <p>Events that come between a connection's sign-in and the end of its first list happened before the list was made,
 * so the list covers them; only the causes of hang-ups are kept and told after it.
 */
final class Switchboard {
    static final Words DOWN = new Words("the link to the PBX is down", "与 PBX 的连接已断开");

    private static final Logger LOG = LoggerFactory.getLogger(Switchboard.class);

    private final PbxTimings timings;
    private final Dispatcher dispatcher;
    private final AmiActions actions;
    private final InstantSource clock;
    private final Consumer<PbxEvent> floor;
    private final ChannelBook book;
    private final Joins joins;
    private final PbxTime time;
    private final ChannelTeller teller;
    private final EventTranslator translator;
    private final TrunkTeller trunkTeller;
    private final SnapshotMerger merger;
    private final List<HangupEvent> held = new ArrayList<>();

    private @Nullable AmiSession session;
    private @Nullable SnapshotReader reading;
    private String version = "";
    private long snapshots;
    private volatile boolean up;

    Switchboard(PbxTimings timings, Dispatcher dispatcher, InstantSource clock, AmiActions actions,
            Consumer<PbxEvent> floor) {
        this.timings = timings;
        this.dispatcher = dispatcher;
        this.clock = clock;
        this.actions = actions;
        this.floor = floor;
        this.book = new ChannelBook();
        this.joins = new Joins(dispatcher, timings.join(), clock, floor);
        Consumer<LiveChannel> hangUp = channel -> send(Outgoing.now(actions.hangUp(channel.id)), why -> {
        });
        this.time = new PbxTime(clock);
        Consumer<LegId> part = leg -> send(Outgoing.now(actions.part(leg)), why -> {
        });
        this.teller = new ChannelTeller(book, joins, time, floor, hangUp, part);
        this.translator = new EventTranslator(book, teller, dispatcher::after);
        this.trunkTeller = new TrunkTeller(clock, floor);
        this.merger = new SnapshotMerger(book, teller, clock, hangUp);
    }

    ChannelBook book() {
        return book;
    }

    Joins joins() {
        return joins;
    }

    ChannelTeller teller() {
        return teller;
    }

    /** Any thread. */
    boolean isUp() {
        return up;
    }

    /** Sends it, if the link is up; {@code failed} is called on the dispatch thread, see {@link ActionSender}. */
    void send(Outgoing outgoing, Consumer<Words> failed) {
        AmiSession open = session;
        if (open == null) {
            failed.accept(DOWN);
        } else {
            open.send(outgoing, why -> dispatcher.run(() -> failed.accept(why)));
        }
    }

    /** On the dispatch thread. */
    void later(Duration delay, Runnable task) {
        dispatcher.after(delay, task);
    }

    void opened(AmiSession opened, String pbxVersion) {
        session = opened;
        version = pbxVersion;
        askForSnapshot();
    }

    /** A list that is under way answers this too. */
    void askForSnapshot() {
        AmiSession open = session;
        if (open == null || reading != null) {
            return;
        }
        SnapshotReader asked = new SnapshotReader("snapshot-" + ++snapshots);
        reading = asked;
        send(Outgoing.now(AmiActions.showChannels(asked.actionId())),
                why -> open.drop(Words.of(
                        "the PBX refuses to list its channels (%s); the manager user needs 'reporting' in its write classes",
                        "PBX 拒绝列出通道（%s）；管理账号的 write 权限需包含 'reporting'", why)));
        dispatcher.after(timings.reply(), () -> {
            if (reading == asked) {
                open.drop(Words.of("the PBX did not list its channels within %d ms", "PBX 未能在 %d 毫秒内列出通道",
                        timings.reply().toMillis()));
            }
        });
    }

    void heard(AmiSession from, ManagerEvent event) {
        if (session != null && from != session) {
            return;
        }
        SnapshotReader reader = reading;
        if (reader != null) {
            Optional<List<SnapshotReader.Row>> rows = reader.read(event);
            if (rows.isPresent()) {
                reading = null;
                listed(rows.get(), reader.askedNanos());
                return;
            }
        }
        if (up) {
            tell(event);
        } else if (event instanceof HangupEvent hangup) {
            held.add(hangup);
        }
    }

    private void tell(ManagerEvent event) {
        time.during(event.getTimestamp(), () -> translator.translate(event));
        trunkTeller.translate(event);
    }

    private void listed(List<SnapshotReader.Row> rows, long askedNanos) {
        if (up) {
            floor.accept(merger.again(rows, askedNanos));
            return;
        }
        PbxEvent.Snapshot snapshot = merger.first(rows);
        // Before they are told: what the floor asks for on hearing of it must not be refused.
        up = true;
        floor.accept(new PbxEvent.LinkUp(clock.instant(), version));
        floor.accept(snapshot);
        merger.tellRinging(rows);
        send(Outgoing.now(AmiActions.listDevices()),
                why -> LOG.warn("the PBX does not tell which trunks answer ({}): alerts know of changes only",
                        why.en()));
        send(Outgoing.now(actions.tellOptOutsAgain()), why -> LOG.error(
                "the PBX does not tell who opted out while the dialer was away ({}): compare the dialplan with"
                        + " config/asterisk/pbx/extensions.conf",
                why.en()));
        List.copyOf(held).forEach(this::tell);
        held.clear();
    }

    void lost(AmiSession from, Words why) {
        held.clear();
        if (from != session) {
            return;
        }
        session = null;
        reading = null;
        joins.clear();
        book.clear();
        if (up) {
            up = false;
            floor.accept(new PbxEvent.LinkDown(clock.instant(), why));
        }
    }
}
