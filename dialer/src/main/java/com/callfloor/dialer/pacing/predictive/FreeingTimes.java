package com.callfloor.dialer.pacing.predictive;

import com.callfloor.dialer.pacing.FloorPicture.Activity;

/** The chance that a busy agent is free again within some seconds: wrap-up follows talk. */
final class FreeingTimes {
    /** Seconds; an agent who has been at it for longer is treated as if for so long. */
    private static final int LONGEST_TALK = 1_300;
    private static final int LONGEST_WRAP_UP = 240;
    private static final int AHEAD = 48;

    private final StayTimes talk = new StayTimes(120, 0.8);
    private final StayTimes wrapUp = new StayTimes(20, 0.7);
    private final double[][] freeFromTalk = new double[LONGEST_TALK + 1][AHEAD + 1];
    private final double[][] freeFromWrapUp = new double[LONGEST_WRAP_UP + 1][AHEAD + 1];

    FreeingTimes() {
        rebuild(new double[0], new double[0]);
    }

    void talked(double seconds) {
        talk.ended(seconds);
    }

    void wrappedUp(double seconds) {
        wrapUp.ended(seconds);
    }

    /** @param talking for how many seconds each agent talks now; likewise {@code wrappingUp} */
    void rebuild(double[] talking, double[] wrappingUp) {
        double[] wrapUpEnds = wrapUp.perSecond(LONGEST_WRAP_UP + 1, wrappingUp);
        for (int age = LONGEST_WRAP_UP; age >= 0; age--) {
            double[] later = freeFromWrapUp[Math.min(LONGEST_WRAP_UP, age + 1)];
            for (int within = 1; within <= AHEAD; within++) {
                freeFromWrapUp[age][within] = wrapUpEnds[age] + (1 - wrapUpEnds[age]) * later[within - 1];
            }
        }
        double[] talkEnds = talk.perSecond(LONGEST_TALK + 1, talking);
        double[] fresh = freeFromWrapUp[0];
        for (int age = LONGEST_TALK; age >= 0; age--) {
            double[] later = freeFromTalk[Math.min(LONGEST_TALK, age + 1)];
            for (int within = 1; within <= AHEAD; within++) {
                // A talk that ends within a second ends, on the average, in its middle.
                double wrappedUp = (fresh[within] + fresh[within - 1]) / 2;
                freeFromTalk[age][within] = talkEnds[age] * wrappedUp + (1 - talkEnds[age]) * later[within - 1];
            }
        }
    }

    double freeWithin(double seconds, Activity activity, double age) {
        double[] row = switch (activity) {
            case TALK -> freeFromTalk[(int) Math.min(LONGEST_TALK, Math.max(0, age))];
            case WRAP_UP -> freeFromWrapUp[(int) Math.min(LONGEST_WRAP_UP, Math.max(0, age))];
        };
        if (seconds <= 0) {
            return 0;
        }
        if (seconds >= AHEAD) {
            return row[AHEAD];
        }
        int whole = (int) seconds;
        return row[whole] + (seconds - whole) * (row[whole + 1] - row[whole]);
    }
}
