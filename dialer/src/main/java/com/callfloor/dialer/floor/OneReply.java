package com.callfloor.dialer.floor;

import java.util.function.Consumer;

import com.callfloor.dialer.supervision.FloorReply;
import org.jspecify.annotations.Nullable;

/** Whoever asked for something is answered once, whatever becomes of it. Confined to the floor's thread. */
final class OneReply {
    @Nullable
    private Consumer<FloorReply> asked;

    /** From now on it is they who wait. */
    void owedTo(Consumer<FloorReply> asks) {
        asked = asks;
    }

    /** False if nobody waits for it any more. */
    boolean give(FloorReply answer) {
        Consumer<FloorReply> waiting = asked;
        asked = null;
        if (waiting != null) {
            waiting.accept(answer);
        }
        return waiting != null;
    }
}
