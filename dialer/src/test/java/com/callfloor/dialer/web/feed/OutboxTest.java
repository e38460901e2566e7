package com.callfloor.dialer.web.feed;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OutboxTest {
    private final List<String> read = new ArrayList<>();
    private boolean full;
    private final Outbox outbox = new Outbox(new FeedSink() {
        @Override
        public boolean full() {
            return full;
        }

        @Override
        public void write(String message) {
            read.add(message);
        }
    });

    @Test
    void whoReadsGetsEverythingAtOnceAndInOrder() {
        outbox.update(FeedKind.AGENT, "on call");
        outbox.deliver("pop");
        outbox.update(FeedKind.AGENT, "wrap-up");

        assertThat(read).containsExactly("on call", "pop", "wrap-up");
    }

    @Test
    void whoDoesNotReadFindsTheLatestOfEachKindLater() {
        full = true;
        outbox.update(FeedKind.FLOOR, "floor 1");
        outbox.update(FeedKind.CALLS, "calls 1");
        outbox.update(FeedKind.FLOOR, "floor 2");

        full = false;
        outbox.drain();

        assertThat(read).containsExactly("floor 2", "calls 1");
    }

    @Test
    void aPopIsNeverDroppedAndGoesBeforeTheRest() {
        full = true;
        outbox.update(FeedKind.AGENT, "ready");
        outbox.deliver("pop 1");
        outbox.deliver("pop 2");

        full = false;
        outbox.drain();

        assertThat(read).containsExactly("pop 1", "pop 2", "ready");
    }

    @Test
    void nothingOvertakesWhatWaits() {
        full = true;
        outbox.deliver("pop 1");
        full = false;
        outbox.deliver("pop 2");
        assertThat(read).isEmpty();

        outbox.drain();

        assertThat(read).containsExactly("pop 1", "pop 2");
    }

    @Test
    void whoLetsTooMuchWaitIsBeyondHelp() {
        full = true;
        for (int waiting = 0; waiting < Outbox.MOST_WAITING; waiting++) {
            assertThat(outbox.deliver("pop")).isTrue();
        }

        assertThat(outbox.deliver("one too many")).isFalse();
    }

    @Test
    void manyUpdatesWaitAsOneOfEachKind() {
        full = true;
        for (int change = 0; change < 100_000; change++) {
            outbox.update(FeedKind.FLOOR, "floor " + change);
        }

        full = false;
        outbox.drain();

        assertThat(read).containsExactly("floor 99999");
    }
}
