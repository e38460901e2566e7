package com.callfloor.dialer.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import com.callfloor.dialer.cases.CaseId;
import com.callfloor.dialer.messages.Gateway.Handed;
import com.callfloor.dialer.messages.MessageBook.Begun;
import com.callfloor.dialer.messages.MessageBook.ByHand;
import com.callfloor.dialer.rules.history.Channel;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plans messages, has the rules asked, hands them to their gateway and notes what comes of them. Blocks; for any thread. */
public final class MessageDesk {
    private static final Logger LOG = LoggerFactory.getLogger(MessageDesk.class);
    private static final int AT_ONCE = 200;
    /** Beyond a try's own longest time: a node that is only slow must not be taken for a dead one. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final MessageBook book;
    private final TemplateLibrary templates;
    private final MessageComposer composer;
    private final MessageSettings settings;
    private final Clock clock;
    private final Map<String, Gateway> gateways = new HashMap<>();
    private final Map<Channel, Gateway> byChannel = new HashMap<>();

    /**
     * Takes what it needs.
     *
     * @param gateways none: nothing is planned or sent
     * @throws IllegalArgumentException if two have a name or a channel in common
     */
    public MessageDesk(MessageBook book, TemplateLibrary templates, MessageComposer composer, MessageSettings settings,
            List<Gateway> gateways, Clock clock) {
        this.book = book;
        this.templates = templates;
        this.composer = composer;
        this.settings = settings;
        this.clock = clock;
        for (Gateway gateway : gateways) {
            if (this.gateways.put(gateway.name(), gateway) != null) {
                throw new IllegalArgumentException("two gateways are called " + gateway.name());
            }
            for (Channel channel : gateway.channels()) {
                if (byChannel.put(channel, gateway) != null) {
                    throw new IllegalArgumentException("two gateways carry " + channel.code() + "; leave it to one");
                }
            }
        }
    }

    /** Whether a gateway carries this channel. */
    public boolean carries(Channel channel) {
        return byChannel.containsKey(channel);
    }

    public List<MessageTemplate> templates() {
        return templates.templates();
    }

    public List<Message> of(CaseId caseId) {
        return book.of(caseId);
    }

    /** Plans the reminders that are due. */
    public void planReminders() {
        if (!carries(settings.remindBy())) {
            return;
        }
        int planned = AT_ONCE;
        while (planned == AT_ONCE && !Thread.currentThread().isInterrupted()) {
            planned = book.planReminders(settings.remindBy(), clock.instant(), AT_ONCE);
        }
    }

    /** Plans the ladder's step of a day; told again, it changes nothing. */
    public void planStep(CaseId caseId, LocalDate on) {
        book.planStep(caseId, on, Channel.SMS, clock.instant());
    }

    /** Sends all that is due. A gateway that cannot be reached is left alone until the next time. */
    public void sendDue() {
        for (Gateway gateway : gateways.values()) {
            Instant now = clock.instant();
            int lost = book.recover(gateway.name(), gateway.idempotent(),
                    now.minus(gateway.longestTry()).minus(MARGIN), now);
            if (lost > 0) {
                LOG.warn("{} messages were being sent through {} when a node died; {}", lost, gateway.name(),
                        gateway.idempotent()
                                ? "they are sent again under the same reference"
                                : "they may have gone out and are not sent again");
            }
            sendDue(gateway);
        }
    }

    private void sendDue(Gateway gateway) {
        List<Channel> channels = List.copyOf(gateway.channels());
        Set<MessageId> seen = new HashSet<>();
        while (!Thread.currentThread().isInterrupted()) {
            List<MessageId> due = book.due(channels, clock.instant(), AT_ONCE);
            for (MessageId id : due) {
                if (!seen.add(id)) {
                    return;
                }
                Optional<Handed> handed = send(id, gateway).handed();
                if (handed.filter(MessageDesk::unreachable).isPresent()) {
                    return;
                }
            }
            if (due.size() < AT_ONCE) {
                return;
            }
        }
    }

    private static boolean unreachable(Handed handed) {
        return handed instanceof Handed.NotReached || handed instanceof Handed.NoAnswer
                || handed instanceof Handed.Faulted;
    }

    private record Sent(Begun begun, Optional<Handed> handed) {}

    private Sent send(MessageId id, Gateway gateway) {
        Begun begun = book.begin(id, composer, gateway.name(), settings.latestArrival());
        if (!(begun instanceof Begun.Send send)) {
            return new Sent(begun, Optional.empty());
        }
        Handed handed = gateway.send(send.message());
        Instant now = clock.instant();
        book.after(id, settings.sending()
                .after(handed, send.tried(), send.inDoubt(), gateway.idempotent(), now), now);
        return new Sent(begun, Optional.of(handed));
    }

    /** What came of sending by hand. */
    public sealed interface ByHandResult {
        /** {@code begun}: what the rules said of it, and so why it may not have gone out. */
        record Done(Message message, Begun begun) implements ByHandResult {}

        record NoCase() implements ByHandResult {}

        /** No gateway carries the channel. */
        record NoGateway() implements ByHandResult {}
    }

    /** Sends one message now, if the rules let it go; else it is held or refused as every other is. */
    public ByHandResult byHand(ByHand wish, String by) {
        Gateway gateway = byChannel.get(wish.channel());
        if (gateway == null) {
            return new ByHandResult.NoGateway();
        }
        Optional<MessageId> id = book.planByHand(wish, by, clock.instant());
        if (id.isEmpty()) {
            return new ByHandResult.NoCase();
        }
        Begun begun = send(id.get(), gateway).begun();
        return new ByHandResult.Done(book.byId(id.get()).orElseThrow(), begun);
    }

    /** What a message would be now. */
    public Optional<MessageBook.Preview> preview(ByHand wish) {
        return book.preview(wish, composer, settings.latestArrival(), clock.instant());
    }

    /** Notes a debtor's address; {@code work}: it is never written to. */
    public boolean noteEmail(CaseId caseId, EmailAddress address, boolean work, String evidence, String by) {
        return book.noteEmail(caseId, address, work, evidence, by, clock.instant());
    }

    /**
     * Takes what a provider tells.
     *
     * @return how many parts of it were about something that we know; empty if there is no such gateway
     */
    public Optional<Integer> report(String gateway, UnaryOperator<@Nullable String> header, byte[] body)
            throws Gateway.NotAuthentic, Gateway.Unreadable {
        Gateway from = gateways.get(gateway);
        if (from == null) {
            return Optional.empty();
        }
        int known = 0;
        for (Incoming incoming : from.read(header, body)) {
            known += take(gateway, incoming) ? 1 : 0;
        }
        return Optional.of(known);
    }

    private boolean take(String gateway, Incoming incoming) {
        return switch (incoming) {
            case Incoming.Report report -> book.report(gateway, report, clock.instant());
            case Incoming.Answer(var from, var text) -> OptOutWords.in(text)
                    && book.optOut(from, Words.of("answered '%s' to a message, told by %s", "对消息回复“%s”，由 %s 转来",
                            text.strip(), gateway), clock.instant());
            case Incoming.Nothing nothing -> false;
        };
    }
}
