package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

import com.callfloor.dialer.agents.LegId;
import com.callfloor.dialer.calls.OutsideLeg;
import com.callfloor.dialer.floor.PbxEvent;
import com.callfloor.dialer.floor.PbxEvent.LiveAttempt;
import com.callfloor.dialer.pbx.Party.Agent;
import com.callfloor.dialer.pbx.Party.Debtor;
import com.callfloor.dialer.pbx.Party.Listener;
import com.callfloor.dialer.pbx.Party.Outside;

/** Brings what the PBX lists and what the book holds together. Confined to the dispatch thread. */
final class SnapshotMerger {
    /** A channel that was asked for or heard of this shortly before a list was made may be missing from it. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(5);

    private final ChannelBook book;
    private final ChannelTeller teller;
    private final InstantSource clock;
    private final Consumer<LiveChannel> hangUp;

    SnapshotMerger(ChannelBook book, ChannelTeller teller, InstantSource clock, Consumer<LiveChannel> hangUp) {
        this.book = book;
        this.teller = teller;
        this.clock = clock;
        this.hangUp = hangUp;
    }

    /**
     * The first list of a link: all that is known. A headset that still rings is hung up rather than listed, since
     * nobody waits for its answer any more and a listed leg counts as up. So is one in a room into which no debtor came.
     */
    PbxEvent.Snapshot first(List<SnapshotReader.Row> rows) {
        book.clear();
        for (SnapshotReader.Row row : rows) {
            Party.of(row.id()).ifPresent(party -> adopt(row, party));
        }
        for (LiveChannel channel : book.all()) {
            if (channel.party instanceof Agent) {
                channel.waits = channel.up && book.inSameBridge(channel).isEmpty();
                boolean stranded = channel.room && !book.isWithDebtor(channel);
                if (!channel.up || stranded) {
                    hangUp.accept(channel);
                    book.remove(channel);
                }
            }
        }
        return tell();
    }

    private void adopt(SnapshotReader.Row row, Party party) {
        LiveChannel channel = book.enter(row.id(), party);
        channel.name = row.name();
        channel.up = row.up();
        channel.bridge = row.bridge();
        channel.room = row.room() && row.bridge() != null;
        channel.held = row.held();
        channel.givenOutside = channel.held;
    }

    /** What the first list says of phones that ring: the floor may not have heard it, and a snapshot does not say it. */
    void tellRinging(List<SnapshotReader.Row> rows) {
        for (SnapshotReader.Row row : rows) {
            if (row.rings()) {
                book.find(row.id()).ifPresent(teller::rings);
            }
        }
    }

    /** A later list of the same link: the book knows more than it, but for what events were lost. */
    PbxEvent.Snapshot again(List<SnapshotReader.Row> rows, long askedNanos) {
        Set<String> alive = new HashSet<>();
        Map<LiveChannel, SnapshotReader.Row> moved = new LinkedHashMap<>();
        for (SnapshotReader.Row row : rows) {
            book.findOrAdopt(row.id()).ifPresent(channel -> {
                alive.add(row.id());
                boolean inFlight = inFlight(channel, askedNanos);
                teller.seen(channel, row.name());
                if (row.up()) {
                    teller.answers(channel);
                    if (!inFlight) {
                        // The event that its recording began was lost as well.
                        teller.recordingBegan(channel);
                    }
                } else if (row.rings()) {
                    teller.rings(channel);
                }
                if (!inFlight) {
                    channel.held = row.held();
                }
                if (!inFlight && !Objects.equals(channel.bridge, row.bridge())) {
                    moved.put(channel, row);
                }
            });
        }
        for (LiveChannel channel : book.all()) {
            if (!alive.contains(channel.id) && !inFlight(channel, askedNanos)
                    && !(channel.party instanceof Listener)) {
                book.remove(channel);
            }
        }
        move(moved);
        return tell();
    }

    /** Nothing was heard of these for a while, and yet they are in another bridge than the book has them in. */
    private void move(Map<LiveChannel, SnapshotReader.Row> moved) {
        moved.forEach((channel, row) -> {
            channel.bridge = row.bridge();
            channel.room = row.room() && row.bridge() != null;
        });
        for (LiveChannel channel : book.all()) {
            List<LiveChannel> partners = book.inSameBridge(channel);
            if (channel.party instanceof Debtor) {
                partners.stream()
                        .filter(other -> moved.containsKey(channel) || moved.containsKey(other))
                        .forEach(other -> {
                            other.waits = false;
                            teller.meet(channel, other);
                        });
            } else if (moved.containsKey(channel) && channel.bridge != null && partners.isEmpty() && !channel.room) {
                teller.waits(channel);
            }
        }
    }

    private static boolean inFlight(LiveChannel channel, long askedNanos) {
        return askedNanos - channel.touchedNanos < IN_FLIGHT.toNanos();
    }

    private PbxEvent.Snapshot tell() {
        List<LiveAttempt> attempts = new ArrayList<>();
        List<LegId> legs = new ArrayList<>();
        List<LegId> ringingLegs = new ArrayList<>();
        List<OutsideLeg> outside = new ArrayList<>();
        for (LiveChannel channel : book.all()) {
            switch (channel.party) {
                case Debtor debtor -> attempts.add(
                        new LiveAttempt(debtor.attempt(), channel.up,
                                book.inSameBridge(channel)
                                        .stream()
                                        .flatMap(other -> other.leg().stream())
                                        .toList(),
                                channel.held,
                                book.inSameBridge(channel)
                                        .stream()
                                        .flatMap(other -> other.outside().stream())
                                        .findFirst()));
                case Agent agent -> (channel.up ? legs : ringingLegs).add(agent.leg());
                case Outside called -> outside.add(called.leg());
                case Listener listener -> {
                }
            }
        }
        return new PbxEvent.Snapshot(clock.instant(), attempts, legs, ringingLegs, outside);
    }
}
