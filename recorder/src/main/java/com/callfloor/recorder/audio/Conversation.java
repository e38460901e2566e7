package com.callfloor.recorder.audio;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who speaks when, and what that adds up to. Debtor's talk + agent's talk - overlap + silence is the recording's length.
 *
 * @param marks by time; silence only from {@link #SHORTEST_SILENCE_MS} on, shorter gaps are the turns of a conversation
 * @param silence neither side speaks, gaps of any length
 * @param debtorFirst when the debtor is first heard to speak; null if never
 * @param agentFirst the same of the agent
 */
public record Conversation(List<Mark> marks, Duration debtorTalk, Duration agentTalk, Duration overlap,
        Duration silence, Duration longestSilence, @Nullable Duration debtorFirst, @Nullable Duration agentFirst) {
    public static final long SHORTEST_SILENCE_MS = 500;

    public Conversation {
        marks = List.copyOf(marks);
    }

    /** Of what each side speaks, in order and apart. */
    static Conversation of(List<Mark> debtor, List<Mark> agent, Duration length) {
        List<Mark> overlaps = overlaps(debtor, agent);
        List<Mark> silences = silences(debtor, agent, length.toMillis());
        List<Mark> marks = new ArrayList<>(debtor);
        marks.addAll(agent);
        marks.addAll(overlaps);
        silences.stream().filter(gap -> gap.length() >= SHORTEST_SILENCE_MS).forEach(marks::add);
        marks.sort((one, other) -> Long.compare(one.from(), other.from()));
        long longest = silences.stream().mapToLong(Mark::length).max().orElse(0);
        return new Conversation(marks, sum(debtor), sum(agent), sum(overlaps), sum(silences),
                Duration.ofMillis(longest), first(debtor), first(agent));
    }

    private static List<Mark> overlaps(List<Mark> debtor, List<Mark> agent) {
        List<Mark> overlaps = new ArrayList<>();
        int d = 0;
        int a = 0;
        while (d < debtor.size() && a < agent.size()) {
            Mark one = debtor.get(d);
            Mark other = agent.get(a);
            long from = Math.max(one.from(), other.from());
            long to = Math.min(one.to(), other.to());
            if (from < to) {
                overlaps.add(new Mark(Mark.Kind.OVERLAP, from, to));
            }
            if (one.to() < other.to()) {
                d++;
            } else {
                a++;
            }
        }
        return overlaps;
    }

    private static List<Mark> silences(List<Mark> debtor, List<Mark> agent, long length) {
        List<Mark> spoken = new ArrayList<>(debtor);
        spoken.addAll(agent);
        spoken.sort((one, other) -> Long.compare(one.from(), other.from()));
        List<Mark> silences = new ArrayList<>();
        long quietFrom = 0;
        for (Mark span : spoken) {
            if (span.from() > quietFrom) {
                silences.add(new Mark(Mark.Kind.SILENCE, quietFrom, span.from()));
            }
            quietFrom = Math.max(quietFrom, span.to());
        }
        if (length > quietFrom) {
            silences.add(new Mark(Mark.Kind.SILENCE, quietFrom, length));
        }
        return silences;
    }

    private static Duration sum(List<Mark> marks) {
        return Duration.ofMillis(marks.stream().mapToLong(Mark::length).sum());
    }

    private static @Nullable Duration first(List<Mark> spans) {
        return spans.isEmpty() ? null : Duration.ofMillis(spans.getFirst().from());
    }
}
