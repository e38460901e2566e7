package com.callfloor.recorder.codec;

/** One side of one FLAC block: the fixed predictor that leaves least, and what it leaves in Rice codes. */
final class FlacSubframe {
    static final int HIGHEST_ORDER = 4;
    static final int VERBATIM = 1;
    static final int FIXED = 8;
    static final int PARAMETER_BITS = 4;
    static final int SAMPLE_BITS = 16;

    private static final int HIGHEST_PARAMETER = 14;
    private static final int PARTITION_ORDER = 4;

    private final BitWriter bits;
    private final int[][] residuals = new int[HIGHEST_ORDER + 1][FlacEncoder.BLOCK_FRAMES];

    FlacSubframe(BitWriter bits) {
        this.bits = bits;
    }

    void write(int[] samples, int size) {
        if (size <= HIGHEST_ORDER) {
            bits.write(VERBATIM << 1, 8);
            writeSamples(samples, size);
            return;
        }
        int order = bestOrder(samples, size);
        bits.write((FIXED + order) << 1, 8);
        writeSamples(samples, order);
        int partitionOrder = partitionOrder(size);
        bits.write(0, 2);
        bits.write(partitionOrder, 4);
        int partition = size >> partitionOrder;
        for (int from = 0; from < size; from += partition) {
            writePartition(residuals[order], Math.max(from, order), from + partition);
        }
    }

    /** Sixteen parts where they come out even. */
    static int partitionOrder(int size) {
        return size % (1 << PARTITION_ORDER) == 0 && (size >> PARTITION_ORDER) > HIGHEST_ORDER ? PARTITION_ORDER : 0;
    }

    /** Each order's residual is the difference of the one below. */
    private int bestOrder(int[] samples, int size) {
        System.arraycopy(samples, 0, residuals[0], 0, size);
        int best = 0;
        long least = sum(residuals[0], size);
        for (int order = 1; order <= HIGHEST_ORDER; order++) {
            int[] below = residuals[order - 1];
            int[] here = residuals[order];
            for (int i = size - 1; i >= order; i--) {
                here[i] = below[i] - below[i - 1];
            }
            long sum = sum(here, size);
            if (sum < least) {
                least = sum;
                best = order;
            }
        }
        return best;
    }

    private static long sum(int[] residual, int size) {
        long sum = 0;
        for (int i = HIGHEST_ORDER; i < size; i++) {
            sum += Math.abs(residual[i]);
        }
        return sum;
    }

    private void writeSamples(int[] samples, int count) {
        for (int i = 0; i < count; i++) {
            bits.write(samples[i], SAMPLE_BITS);
        }
    }

    private void writePartition(int[] residual, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += folded(residual[i]);
        }
        int parameter = 0;
        while (parameter < HIGHEST_PARAMETER && (long) (to - from) << (parameter + 1) <= sum) {
            parameter++;
        }
        bits.write(parameter, PARAMETER_BITS);
        for (int i = from; i < to; i++) {
            int value = folded(residual[i]);
            bits.unary(value >>> parameter);
            bits.write(value, parameter);
        }
    }

    private static int folded(int residual) {
        return (residual << 1) ^ (residual >> 31);
    }
}
