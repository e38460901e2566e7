package com.callfloor.dialer.contacts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.callfloor.dialer.cases.NumberRole;

/**
 * In which order the rules are asked about a case's numbers: the one that is likeliest answered first, so that the first
 * one allowed is the best of all that are. Every {@value #EXPLORES_EVERY}th attempt of a case begins with the number that
 * was tried least: what is never called is never learned about. There is no waiting for a better hour: while agents are
 * free, a call now is worth more.
 *
 * @param <N> a number, as the caller knows it
 */
public record ContactChoice<N>(List<Option<N>> order, boolean explores) {
    private static final int EXPLORES_EVERY = 5;

    /** A number that might be called. */
    public record Option<N>(N number, NumberRole role, Estimate estimate) {}

    /**
     * Puts numbers in order.
     *
     * @param options in the order that decides between equals
     * @param attempts how often the case was tried before
     */
    public static <N> ContactChoice<N> of(List<Option<N>> options, long attempts) {
        List<Option<N>> order = new ArrayList<>(options);
        order.sort(Comparator.comparingDouble((Option<N> option) -> option.estimate().chance()).reversed());
        boolean explores = order.size() > 1 && (attempts + 1) % EXPLORES_EVERY == 0;
        if (explores) {
            Option<N> leastTried = order.stream()
                    .min(Comparator.comparingInt(option -> option.estimate().tries()))
                    .orElseThrow();
            order.remove(leastTried);
            order.addFirst(leastTried);
        }
        return new ContactChoice<>(List.copyOf(order), explores);
    }
}
