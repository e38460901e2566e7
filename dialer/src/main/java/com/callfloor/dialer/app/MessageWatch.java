package com.callfloor.dialer.app;

import java.time.Duration;

import com.callfloor.dialer.messages.MessageDesk;

/** Plans reminders and sends what is due. Every node does; the book lets only one of them have a message. */
final class MessageWatch implements AutoCloseable {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Repeating watch;

    MessageWatch(MessageDesk desk) {
        watch = new Repeating("message-watch", FIRST, EVERY, () -> {
            desk.planReminders();
            desk.sendDue();
        });
    }

    @Override
    public void close() {
        watch.close();
    }
}
