package com.callfloor.dialer.pacing.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;

import com.callfloor.dialer.pacing.FloorPicture;
import com.callfloor.dialer.pacing.FloorPicture.Activity;
import com.callfloor.dialer.pacing.FloorPicture.BusyAgent;
import com.callfloor.dialer.pacing.FloorPicture.RingingCall;
import com.callfloor.dialer.pacing.Pacing;
import com.callfloor.dialer.pacing.PacingEvent;
import com.callfloor.dialer.pacing.PacingEvent.RingEnd;
import org.jspecify.annotations.Nullable;

/**
 * One shift, event by event, in whole milliseconds from its start. Leads are dialed strictly in order; pacing is asked
 * every 100 ms if anything has happened, and every 500 ms at least; an answered debtor goes to the agent who has been free
 * longest or waits, first come first served. What happens at the same millisecond happens in the order of {@link Kind}.
 * Usable once.
 */
public final class Shift {
    private static final String CAMPAIGN = "simulated";
    private static final long GRID_MS = 100;
    private static final long LONGEST_GAP_MS = 500;
    private static final long BREAK_MS = 600_000;
    private static final double HOUR_MS = 3_600_000;

    private enum Kind {
        TALK_ENDS, WRAP_UP_ENDS, BREAK_BEGINS, BREAK_ENDS, RING_ENDS, PATIENCE_ENDS, PACE
    }

    private record Event(long at, Kind kind, long serial, Runnable happens) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            int byTime = Long.compare(at, other.at);
            int byKind = byTime == 0 ? kind.compareTo(other.kind) : byTime;
            return byKind == 0 ? Long.compare(serial, other.serial) : byKind;
        }
    }

    private enum Doing {
        FREE, TALKING, WRAPPING_UP, AWAY
    }

    private static final class Agent {
        final SplittableRandom random;
        Doing doing = Doing.FREE;
        long since;
        boolean wantsBreak;

        Agent(long seed) {
            random = new SplittableRandom(seed);
        }
    }

    private static final class Call {
        final Lead lead;
        final long dialedAt;
        final double lift;
        boolean waiting;

        Call(Lead lead, long dialedAt, double lift) {
            this.lead = lead;
            this.dialedAt = dialedAt;
            this.lift = lift;
        }
    }

    private final ShiftPlan plan;
    private final List<Lead> leads;
    private final Pacing pacing;
    private final Foreknowledge foreknowledge;
    private final long end;
    private final Bookkeeping books = new Bookkeeping();
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final List<Agent> agents = new ArrayList<>();
    private final Deque<Agent> free = new ArrayDeque<>();
    private final Set<Call> ringing = new LinkedHashSet<>();
    private final Deque<Call> waiting = new ArrayDeque<>();
    private final Tokens tokens;
    private long serial;
    private long now;
    private long pacedAt = -LONGEST_GAP_MS;
    private boolean changed = true;
    private int talking;
    private int next;

    public Shift(ShiftPlan plan, List<Lead> leads, Pacing pacing) {
        this.plan = plan;
        this.leads = leads;
        this.pacing = pacing;
        foreknowledge = new Foreknowledge(plan.forecast(), plan.seed());
        end = plan.length().toMillis();
        tokens = new Tokens(plan.callsPerSecond());
        for (int i = 0; i < plan.agents(); i++) {
            Agent agent = new Agent(plan.seed() * 1_000_003 + i);
            agents.add(agent);
            free.add(agent);
            planBreak(agent, 0);
        }
        at(0, Kind.PACE, this::pace);
    }

    public ShiftResult run() {
        while (!events.isEmpty() && events.peek().at() < end) {
            Event event = events.poll();
            now = event.at();
            event.happens().run();
        }
        now = end;
        agents.forEach(this::charge);
        return books.result(next >= leads.size());
    }

    private void at(long time, Kind kind, Runnable happens) {
        events.add(new Event(time, kind, serial++, happens));
    }

    private void pace() {
        if (changed || now - pacedAt >= LONGEST_GAP_MS) {
            changed = false;
            pacedAt = now;
            int room = Math.min(room(), leads.size() - next);
            int lines = Math.min(room, pacing.pace(picture(room), CAMPAIGN).lines());
            for (int i = 0; i < lines; i++) {
                dial();
            }
        }
        at(now + GRID_MS, Kind.PACE, this::pace);
    }

    private int room() {
        int lines = ringing.size() + waiting.size() + talking;
        return Math.min(Math.max(0, plan.trunks() - lines), tokens.whole(now));
    }

    private FloorPicture picture(int room) {
        List<BusyAgent> busy = new ArrayList<>();
        for (Agent agent : agents) {
            if (agent.doing == Doing.TALKING || agent.doing == Doing.WRAPPING_UP) {
                Activity activity = agent.doing == Doing.TALKING ? Activity.TALK : Activity.WRAP_UP;
                busy.add(new BusyAgent(CAMPAIGN, activity, instant(agent.since), agent.wantsBreak));
            }
        }
        List<RingingCall> calls = new ArrayList<>(ringing.size());
        for (Call call : ringing) {
            calls.add(new RingingCall(CAMPAIGN, instant(call.dialedAt), call.lift));
        }
        return new FloorPicture(instant(now), free.size(), 0, busy, waiting.size(), calls, room, this::nextLift);
    }

    private double nextLift(int nth) {
        int number = next + nth;
        return number >= leads.size() ? 1 : foreknowledge.lift(leads.get(number), number, plan.answers().at(now));
    }

    private void dial() {
        double lift = nextLift(0);
        Lead lead = leads.get(next++);
        Call call = new Call(lead, now, lift);
        tokens.take();
        books.dialed();
        ringing.add(call);
        pacing.hear(new PacingEvent.Dialed(instant(now), CAMPAIGN, lift));
        if (lead.luck() < plan.answers().at(now)) {
            at(now + lead.answerMs(), Kind.RING_ENDS, () -> answered(call));
        } else {
            boolean busy = lead.luck() >= 1 - plan.busyShare();
            at(now + (busy ? lead.busyMs() : lead.silentMs()), Kind.RING_ENDS, () -> stops(call, RingEnd.UNANSWERED));
        }
    }

    private void stops(Call call, RingEnd how) {
        ringing.remove(call);
        changed = true;
        pacing.hear(new PacingEvent.RingingEnded(instant(now), CAMPAIGN, Duration.ofMillis(now - call.dialedAt), how));
    }

    private void answered(Call call) {
        stops(call, RingEnd.ANSWERED);
        Agent agent = free.poll();
        if (agent != null) {
            connect(agent, call);
            return;
        }
        call.waiting = true;
        waiting.add(call);
        at(now + plan.patience().toMillis(), Kind.PATIENCE_ENDS, () -> abandon(call));
    }

    private void abandon(Call call) {
        if (call.waiting) {
            waiting.remove(call);
            settle(true);
        }
    }

    private void settle(boolean abandoned) {
        changed = true;
        books.settled(now, abandoned);
        pacing.hear(new PacingEvent.Settled(instant(now), CAMPAIGN, abandoned));
    }

    private void connect(Agent agent, Call call) {
        call.waiting = false;
        begin(agent, Doing.TALKING);
        talking++;
        settle(false);
        Lead lead = call.lead;
        at(now + lead.talkMs(), Kind.TALK_ENDS, () -> wrapUp(agent, lead));
    }

    private void wrapUp(Agent agent, Lead lead) {
        talking--;
        pacing.hear(new PacingEvent.TalkEnded(instant(now), CAMPAIGN, Duration.ofMillis(lead.talkMs())));
        begin(agent, Doing.WRAPPING_UP);
        at(now + lead.wrapUpMs(), Kind.WRAP_UP_ENDS, () -> {
            pacing.hear(new PacingEvent.WrapUpEnded(instant(now), CAMPAIGN, Duration.ofMillis(lead.wrapUpMs())));
            ready(agent);
        });
    }

    private void ready(Agent agent) {
        changed = true;
        if (agent.wantsBreak) {
            leave(agent);
            return;
        }
        begin(agent, Doing.FREE);
        @Nullable
        Call longest = waiting.poll();
        if (longest == null) {
            free.add(agent);
        } else {
            connect(agent, longest);
        }
    }

    private void planBreak(Agent agent, long from) {
        if (plan.breaksPerHour() > 0) {
            double gap = -Math.log(1 - agent.random.nextDouble()) * HOUR_MS / plan.breaksPerHour();
            at(from + (long) gap, Kind.BREAK_BEGINS, () -> askForBreak(agent));
        }
    }

    /** A free agent leaves at once, a busy one after wrap-up. */
    private void askForBreak(Agent agent) {
        changed = true;
        planBreak(agent, now + BREAK_MS);
        if (agent.doing == Doing.FREE) {
            free.remove(agent);
            leave(agent);
        } else if (agent.doing != Doing.AWAY) {
            agent.wantsBreak = true;
        }
    }

    private void leave(Agent agent) {
        agent.wantsBreak = false;
        begin(agent, Doing.AWAY);
        at(now + BREAK_MS, Kind.BREAK_ENDS, () -> ready(agent));
    }

    private void begin(Agent agent, Doing what) {
        charge(agent);
        changed = true;
        agent.doing = what;
        agent.since = now;
    }

    private void charge(Agent agent) {
        long spent = now - agent.since;
        switch (agent.doing) {
            case FREE -> books.free(spent);
            case TALKING, WRAPPING_UP -> books.busy(spent);
            case AWAY -> {
            }
        }
    }

    private static Instant instant(long ms) {
        return Instant.ofEpochMilli(ms);
    }
}
