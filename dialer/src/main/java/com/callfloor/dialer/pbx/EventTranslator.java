package com.callfloor.dialer.pbx;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.pbx.Party.Listener;
import com.callfloor.dialer.words.Words;
import org.asteriskjava.manager.event.BridgeEnterEvent;
import org.asteriskjava.manager.event.BridgeLeaveEvent;
import org.asteriskjava.manager.event.DialStateEvent;
import org.asteriskjava.manager.event.HangupEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.MixMonitorStartEvent;
import org.asteriskjava.manager.event.NewChannelEvent;
import org.asteriskjava.manager.event.NewStateEvent;
import org.asteriskjava.manager.event.OriginateResponseEvent;

/**
 * Reads AMI events: by exact class, since the library invents legacy events beside the real ones, and by channel id
 * alone. Confined to the dispatch thread.
 *
 * <p>Ringing is SIP's 180. A carrier that only sends 183 with early media causes no state change at all, only DialState
 * PROGRESS: whether a phone rings then is not known.
 */
final class EventTranslator {
    private static final int RINGING = 5;
    private static final int UP = 6;
    /** How far, on a starved PBX, the OriginateResponse may run ahead of the events of its own channel. */
    private static final Duration CHANNEL_MAY_BE_LATE = Duration.ofMillis(500);

    private final ChannelBook book;
    private final ChannelTeller teller;
    private final BiConsumer<Duration, Runnable> later;
    private final Map<Class<? extends ManagerEvent>, Consumer<ManagerEvent>> known = new HashMap<>();

    /** @param later does something after a while, on the dispatch thread */
    EventTranslator(ChannelBook book, ChannelTeller teller, BiConsumer<Duration, Runnable> later) {
        this.book = book;
        this.teller = teller;
        this.later = later;
        on(NewChannelEvent.class, event -> seen(event.getUniqueId(), event.getChannel()));
        on(NewStateEvent.class, this::stateChanged);
        on(DialStateEvent.class, this::dialing);
        on(HangupEvent.class, this::hungUp);
        on(OriginateResponseEvent.class, this::originated);
        on(BridgeEnterEvent.class, this::entered);
        on(BridgeLeaveEvent.class, this::left);
        on(MixMonitorStartEvent.class,
                event -> Optional.ofNullable(event.getUniqueId())
                        .flatMap(book::find)
                        .ifPresent(teller::recordingBegan));
        on(MixMonitorMuteEvent.class,
                event -> Optional.ofNullable(event.getUniqueId())
                        .flatMap(book::find)
                        .ifPresent(channel -> teller.recordingMuted(channel, event.muted())));
        on(CallfloorMessageEvent.class,
                event -> book.findOrAdopt(event.getUniqueId()).ifPresent(teller::messageBegan));
        on(CallfloorAnsweredByEvent.class, event -> book.findOrAdopt(event.getUniqueId())
                .ifPresent(channel -> teller.detected(channel, event.by())));
        on(CallfloorHeldEvent.class, event -> book.findOrAdopt(event.getUniqueId()).ifPresent(teller::held));
        on(CallfloorAskedEvent.class, event -> book.findOrAdopt(event.getUniqueId()).ifPresent(teller::asked));
        on(CallfloorLeftAloneEvent.class, event -> book.findOrAdopt(event.getUniqueId()).ifPresent(teller::leftAlone));
        on(CallfloorRatedEvent.class, event -> book.findOrAdopt(event.getUniqueId())
                .ifPresent(channel -> event.satisfaction().ifPresent(answer -> teller.rated(channel, answer))));
        on(CallfloorOptOutEvent.class, this::optedOut);
        on(CallfloorOptOutsToldEvent.class, event -> teller.optOutsTold());
        on(CallfloorPhoneAdmittedEvent.class, event -> event.request().ifPresent(teller::phoneAdmitted));
        on(CallfloorAgentIdleEvent.class, event -> book.findOrAdopt(event.getUniqueId()).ifPresent(teller::waits));
    }

    private <E extends ManagerEvent> void on(Class<E> type, Consumer<E> reading) {
        known.put(type, event -> reading.accept(type.cast(event)));
    }

    void translate(ManagerEvent event) {
        Consumer<ManagerEvent> reading = known.get(event.getClass());
        if (reading != null) {
            reading.accept(event);
        }
    }

    private Optional<LiveChannel> seen(String id, String name) {
        Optional<LiveChannel> channel = book.findOrAdopt(id);
        channel.ifPresent(one -> teller.seen(one, name));
        return channel;
    }

    private void stateChanged(NewStateEvent event) {
        seen(event.getUniqueId(), event.getChannel()).ifPresent(channel -> {
            int state = Objects.requireNonNullElse(event.getChannelState(), 0);
            if (state == RINGING) {
                teller.rings(channel);
            } else if (state == UP) {
                teller.answers(channel);
            }
        });
    }

    private void dialing(DialStateEvent event) {
        if ("PROGRESS".equals(event.getDialStatus())) {
            book.findOrAdopt(event.getDestUniqueId()).ifPresent(teller::earlyMedia);
        }
    }

    private void hungUp(HangupEvent event) {
        book.findOrAdopt(event.getUniqueId()).ifPresent(channel -> {
            channel.name = event.getChannel();
            if (channel.responseDue && !channel.up && !HangupCauses.tellsSomething(event.getCause())) {
                channel.endHeld = true;
            } else {
                teller.ended(channel, HangupCauses.of(event.getCause(), channel.reason));
            }
        });
    }

    /**
     * A failure ends nothing by itself once there is a channel: that channel's Hangup comes before or after it, and a
     * second Originate with the same id fails while the first one's call goes on. The PBX may tell the failure before the
     * channel itself, which it reports through another queue: nobody is called again before that is certain.
     */
    private void originated(OriginateResponseEvent event) {
        Optional.ofNullable(event.getUniqueId()).flatMap(book::find).ifPresent(channel -> {
            if (event.getActionId() != null && channel.actionId != null
                    && !channel.actionId.equals(event.getActionId())) {
                // The answer to an earlier placing of the same attempt, through a trunk that refused it.
                return;
            }
            channel.responseDue = false;
            if (event.isSuccess()) {
                if (channel.party instanceof Listener) {
                    book.remove(channel);
                }
                return;
            }
            channel.reason = Objects.requireNonNullElse(event.getReason(), 0);
            if (channel.endHeld) {
                teller.ended(channel, HangupCauses.of(null, channel.reason));
            } else if (channel.party instanceof Listener) {
                failed(channel);
            } else if (!channel.exists()) {
                String placing = channel.actionId;
                later.accept(CHANNEL_MAY_BE_LATE, () -> {
                    boolean stillThis = book.find(channel.id).filter(channel::equals).isPresent()
                            && Objects.equals(placing, channel.actionId);
                    if (stillThis && !channel.exists()) {
                        failed(channel);
                    }
                });
            }
        });
    }

    private void failed(LiveChannel channel) {
        teller.failed(channel, true,
                new Words("the PBX could not place it: is the endpoint configured and reachable?",
                        "PBX 无法呼出：请检查该端点是否已配置并可达"));
    }

    /** By its header, since it is told again by a channel that is not the call's. */
    private void optedOut(CallfloorOptOutEvent event) {
        Optional.ofNullable(event.getAttempt())
                .flatMap(AttemptId::parse)
                .ifPresent(attempt -> teller.optedOut(attempt, event.ago()));
    }

    private void entered(BridgeEnterEvent event) {
        seen(event.getUniqueId(), event.getChannel()).ifPresent(channel -> teller.entered(channel,
                event.getBridgeUniqueId(), "holding_bridge".equals(event.getBridgeTechnology()),
                AmiActions.isRoom(event.getBridgeCreator())));
    }

    private void left(BridgeLeaveEvent event) {
        // Only a known one: it may come after the channel's own end.
        Optional.ofNullable(event.getUniqueId())
                .flatMap(book::find)
                .ifPresent(channel -> teller.left(channel, event.getBridgeUniqueId()));
    }
}
