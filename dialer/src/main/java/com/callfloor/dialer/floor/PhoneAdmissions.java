package com.callfloor.dialer.floor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.callfloor.dialer.agents.Extension;
import com.callfloor.dialer.supervision.FloorReply;
import com.callfloor.dialer.supervision.FloorReply.Accepted;
import com.callfloor.dialer.supervision.FloorReply.Refused;
import com.callfloor.dialer.words.Words;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secrets that browser phones register with. Whoever asks to be let in is answered once the PBX knows the secret: a phone
 * that registers before is refused. Of one phone only one request is under way, since the PBX may carry two out in any order.
 * Confined to the floor's thread.
 */
final class PhoneAdmissions {
    private static final Logger LOG = LoggerFactory.getLogger(PhoneAdmissions.class);
    private static final Duration CONFIRMED_WITHIN = Duration.ofSeconds(5);
    private static final Words ANOTHER_PAGE = new Words("another page took this phone over", "另一页面已接管此话机");
    private static final Words UNCONFIRMED = Words.of(
            "the PBX did not confirm it within %s s: is callfloor-phones in its dialplan as in "
                    + "config/asterisk/pbx/extensions.conf?",
            "PBX 未在 %s 秒内确认：其拨号方案中的 callfloor-phones 是否与 config/asterisk/pbx/extensions.conf 一致？",
            CONFIRMED_WITHIN.toSeconds());

    private final Clock clock;
    private final Pbx pbx;
    private final FloorGate gate;
    private final Consumer<Extension> taken;
    private final Map<Extension, Door> doors = new HashMap<>();
    private long lastId;

    /**
     * {@code reply}: null where nobody waits, and where the secret must reach the PBX however long that takes. {@code instead}: such
     * a one that this came after, and which is due again should this come to nothing.
     */
    private record Wish(String secret, @Nullable Consumer<FloorReply> reply, @Nullable Wish instead) {
        Wish insteadOf(@Nullable Wish before) {
            return new Wish(secret, reply, before);
        }

        /** What still must be done if this is not. */
        @Nullable
        Wish due() {
            return mustBeDone() ? this : instead;
        }

        boolean mustBeDone() {
            return reply == null;
        }

        void answer(FloorReply answer) {
            if (reply != null) {
                reply.accept(answer);
            }
        }
    }

    private record Asked(long id, Wish wish, Instant at) {}

    private static final class Door {
        @Nullable
        Asked asked;
        @Nullable
        Wish next;
        Instant notBefore = Instant.MIN;

        boolean isAsked(long request) {
            Asked underWay = asked;
            return underWay != null && underWay.id() == request;
        }

        boolean isUnansweredAt(Instant now) {
            Asked underWay = asked;
            return underWay != null && now.isAfter(underWay.at().plus(CONFIRMED_WITHIN));
        }
    }

    /** {@code taken} hears which phone is another page from now on. */
    PhoneAdmissions(Clock clock, Pbx pbx, FloorGate gate, Consumer<Extension> taken) {
        this.clock = clock;
        this.pbx = pbx;
        this.gate = gate;
        this.taken = taken;
        // Above those of an earlier run, which the PBX may still answer.
        this.lastId = clock.millis();
    }

    /** {@code reply} is told once the PBX has confirmed it, within {@link #CONFIRMED_WITHIN}. */
    void admit(Extension phone, String secret, Consumer<FloorReply> reply) {
        if (gate.linkUp()) {
            want(phone, new Wish(secret, reply, null));
        } else {
            reply.accept(Refused.notNow(TalkWords.LINK_DOWN));
        }
    }

    /** Nobody knows this secret: whoever is that phone now is refused as soon as it registers again. */
    void bar(Extension phone, String secret) {
        taken.accept(phone);
        want(phone, new Wish(secret, null, null));
    }

    private void want(Extension phone, Wish wish) {
        Door door = doors.computeIfAbsent(phone, unknown -> new Door());
        Wish before = door.next;
        door.next = before == null || wish.mustBeDone() ? wish : wish.insteadOf(before.due());
        door.notBefore = Instant.MIN;
        if (before != null) {
            before.answer(Refused.notNow(ANOTHER_PAGE));
        }
        goOn(phone, door);
    }

    private void goOn(Extension phone, Door door) {
        Wish next = door.next;
        Instant now = clock.instant();
        if (door.asked == null && next != null && gate.linkUp() && !now.isBefore(door.notBefore)) {
            door.next = null;
            lastId++;
            door.asked = new Asked(lastId, next, now);
            pbx.admitPhone(lastId, phone, next.secret());
        }
    }

    void hears(PbxEvent.PhoneEvent event) {
        switch (event) {
            case PbxEvent.PhoneAdmitted admitted -> find(admitted.request()).ifPresent(phone -> {
                Wish done = over(phone);
                if (!done.mustBeDone()) {
                    taken.accept(phone);
                }
                done.answer(new Accepted());
                tend(phone);
            });
            case PbxEvent.PhoneNotAdmitted not -> find(not.request()).ifPresent(phone -> {
                failed(phone, not.why());
                tend(phone);
            });
        }
    }

    private Optional<Extension> find(long request) {
        return doors.entrySet()
                .stream()
                .filter(door -> door.getValue().isAsked(request))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private Wish over(Extension phone) {
        Door door = doors.get(phone);
        Asked asked = door == null ? null : door.asked;
        if (door == null || asked == null) {
            throw new IllegalStateException("nothing is asked for the phone " + phone);
        }
        door.asked = null;
        return asked.wish();
    }

    private void failed(Extension phone, Words why) {
        Wish wish = over(phone);
        LOG.warn("the PBX has not taken the secret of the browser phone {}: {}", phone, why.en());
        wish.answer(Refused.notNow(why));
        Door door = doors.get(phone);
        Wish due = wish.due();
        if (door == null || due == null) {
            return;
        }
        Wish next = door.next;
        if (next == null) {
            door.next = due;
            door.notBefore = clock.instant().plus(CONFIRMED_WITHIN);
        } else if (next.due() == null) {
            door.next = next.insteadOf(due);
        }
    }

    /** Nothing more will be heard of what was asked; who waits for a page waits no more. */
    void linkLost() {
        Map.copyOf(doors).forEach((phone, door) -> {
            Wish next = door.next;
            if (next != null && !next.mustBeDone()) {
                door.next = next.due();
                next.answer(Refused.notNow(TalkWords.LINK_DOWN));
            }
            if (door.asked != null) {
                failed(phone, TalkWords.LINK_DOWN);
            }
        });
    }

    void tend() {
        if (!doors.isEmpty() && gate.linkUp()) {
            List.copyOf(doors.keySet()).forEach(this::tend);
        }
    }

    private void tend(Extension phone) {
        Door door = doors.get(phone);
        if (door == null) {
            return;
        }
        if (door.isUnansweredAt(clock.instant())) {
            failed(phone, UNCONFIRMED);
        }
        goOn(phone, door);
        if (door.asked == null && door.next == null) {
            doors.remove(phone);
        }
    }
}
