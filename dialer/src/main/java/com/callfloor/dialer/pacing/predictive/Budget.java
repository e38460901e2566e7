package com.callfloor.dialer.pacing.predictive;

import java.time.Instant;
import java.util.List;

/**
 * One campaign's allowance of abandoned calls, and the price that spends it evenly: the chance of finding no agent up to
 * which one more call is worth placing.
 *
 * <p>The price is an integral controller: after each answer its logarithm moves by gain · (target − abandoned), so that
 * over any time the abandoned calls differ from target · answers by no more than the change of the logarithm over the gain.
 * The target rises from half the cap to 95 % of it: of the first answers some allowance is set aside, since a short day
 * must keep the promise too. Where a window's allowance runs out, the price falls with what is left of it; with none left,
 * only calls with an agent of their own are placed.
 */
final class Budget {
    private static final double LOWEST = Math.log(1e-4);
    private static final double HIGHEST = Math.log(0.6);
    private static final double FIRST = Math.log(0.014);
    private static final double AIM = 0.95;
    /** Abandoned calls that are set aside, over so many answers. */
    private static final double SET_ASIDE = 4;
    private static final double SET_ASIDE_OVER = 300;
    /** Below so many answers, and so many more for each agent, the share of abandoned calls says little. */
    private static final double FEW = 200;
    private static final double FEW_PER_AGENT = 10;
    /** The last allowed calls for which the price falls. */
    private static final double LAST = 2;

    private final List<RollingCount> windows;
    private AbandonmentCap cap;
    private double logPrice = FIRST;

    Budget(AbandonmentCap cap) {
        this.cap = cap;
        windows = cap.windows().stream().sorted().map(RollingCount::new).toList();
    }

    /** From now on it keeps this promise, whose windows are the same; what was counted counts on. */
    void under(AbandonmentCap wanted) {
        cap = wanted;
    }

    /** A call was answered, and connected or abandoned. */
    void settled(Instant at, boolean abandoned, int agents) {
        count(at, 1, abandoned ? 1 : 0);
        double gain = Math.clamp(0.9 / Math.sqrt(agents), 0.05, 0.3);
        logPrice = Math.clamp(logPrice + gain * (target() - (abandoned ? 1 : 0)), LOWEST, HIGHEST);
    }

    /** Counts without moving the price: what happened before a start, and what a machine's verdicts may have lost. */
    void count(Instant at, double answered, double abandoned) {
        windows.forEach(window -> window.add(at, answered, abandoned));
    }

    private double target() {
        double beyond = windows.getFirst().answered() + SET_ASIDE_OVER;
        return Math.max(cap.share() / 10, AIM * cap.share() - SET_ASIDE * SET_ASIDE_OVER / (beyond * beyond));
    }

    /**
     * What one more call may cost now, as the chance that its debtor finds no agent; negative if nothing may be risked.
     *
     * @param waiting debtors who may be abandoned yet
     */
    double price(Instant now, int waiting, int agents) {
        double left = Double.POSITIVE_INFINITY;
        for (RollingCount window : windows) {
            window.passTo(now);
            double counted = Math.max(window.answered(), FEW + FEW_PER_AGENT * agents);
            left = Math.min(left, cap.share() * counted - window.abandoned() - waiting);
        }
        return left < 1 ? -1 : Math.exp(logPrice) * Math.min(1, (left - 1) / LAST);
    }
}
