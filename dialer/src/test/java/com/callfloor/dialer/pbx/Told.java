package com.callfloor.dialer.pbx;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import com.callfloor.dialer.floor.PbxEvent;

/** Everything that the floor was told, in order. */
final class Told implements Consumer<PbxEvent> {
    private final List<PbxEvent> events = new CopyOnWriteArrayList<>();

    private volatile Consumer<PbxEvent> reaction = event -> {
    };

    @Override
    public void accept(PbxEvent event) {
        events.add(event);
        reaction.accept(event);
    }

    /** Does this on the link's own thread with each event from now on. */
    void react(Consumer<PbxEvent> newReaction) {
        reaction = newReaction;
    }

    List<PbxEvent> all() {
        return List.copyOf(events);
    }

    /** The events' kinds, such as {@code Ringing}. */
    List<String> kinds() {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }

    <E extends PbxEvent> List<E> of(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    void forget() {
        events.clear();
    }
}
