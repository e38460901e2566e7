package com.callfloor.recorder.audio;

/** Adds up both sides of interleaved frames, debtor left, in constant memory. Not thread-safe. */
public final class StereoMeter {
    private final SideMeter debtor = new SideMeter();
    private final SideMeter agent = new SideMeter();

    /** Takes the frames that lie in the block from one byte to before another, both at the start of a frame. */
    public void add(byte[] block, int from, int to) {
        for (int at = from; at < to; at += PcmFormat.FRAME_BYTES) {
            debtor.add(PcmFormat.sample(block, at));
            agent.add(PcmFormat.sample(block, at + PcmFormat.SAMPLE_BYTES));
        }
    }

    /** The levels so far. */
    public Levels levels() {
        return new Levels(debtor.levels(), agent.levels());
    }
}
