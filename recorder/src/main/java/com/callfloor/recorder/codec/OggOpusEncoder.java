package com.callfloor.recorder.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

import com.callfloor.recorder.audio.Levels;
import com.callfloor.recorder.audio.PcmFormat;
import com.callfloor.recorder.audio.SideLevels;
import com.callfloor.recorder.audio.StereoMeter;

/**
 * Frames into Ogg Opus: two mono streams, packets of 20 ms, a page a second. What it writes it decodes at once, so that
 * at the end it is known to sound like what went in; that costs a seventh of the time and nothing at the call's end. The
 * pre-skip and the last page's position cut the decoded sound to the very frames that went in.
 */
final class OggOpusEncoder implements FrameEncoder {
    private static final int PACKETS_A_PAGE = 50;
    private static final double MOST_DECIBELS_OFF = 6;
    /** Below this a side is as good as silent and its mean says little. */
    private static final double FAINT_DBFS = -60;
    private static final double MOST_PEAK_DECIBELS_LOST = 20;

    private final OpusSide debtor = new OpusSide();
    private final OpusSide agent = new OpusSide();
    private final int lookahead = debtor.lookahead();
    private final OggPages pages = new OggPages();
    private final OpusEar ear = new OpusEar();
    private final StereoMeter heard = new StereoMeter();
    private final byte[] pending = new byte[OpusSide.PACKET_FRAMES * PcmFormat.FRAME_BYTES];
    private final byte[] debtorPacket = new byte[OpusSide.MOST_PACKET_BYTES];
    private final byte[] agentPacket = new byte[OpusSide.MOST_PACKET_BYTES];
    private final byte[] packet = new byte[2 * OpusSide.MOST_PACKET_BYTES + 2];
    private int filled;
    private int packetsOnPage;
    private boolean begun;
    private long taken;
    private long encoded;
    private long heardFrames;

    @Override
    public void add(byte[] frames, int length, OutputStream out) throws IOException {
        begin(out);
        taken += length / PcmFormat.FRAME_BYTES;
        int at = 0;
        while (at < length) {
            int part = Math.min(length - at, pending.length - filled);
            System.arraycopy(frames, at, pending, filled, part);
            filled += part;
            at += part;
            if (filled == pending.length) {
                encodePending(out);
            }
        }
    }

    @Override
    public void end(Levels levels, OutputStream out) throws IOException {
        begin(out);
        // Silence behind the end, until the last frame has come out of the encoder too.
        while (encoded < taken + lookahead) {
            Arrays.fill(pending, filled, pending.length, (byte) 0);
            encodePending(out);
        }
        pages.positionAt((taken + lookahead) * OpusHead.GRANULES_PER_FRAME);
        pages.flush(true, out);
        prove(levels);
    }

    private void begin(OutputStream out) throws IOException {
        if (!begun) {
            begun = true;
            writeAlone(OpusHead.identification(lookahead), out);
            writeAlone(OpusHead.comment(), out);
        }
    }

    private void writeAlone(byte[] header, OutputStream out) throws IOException {
        pages.add(header, header.length, 0);
        pages.flush(false, out);
    }

    private void encodePending(OutputStream out) throws IOException {
        filled = 0;
        encoded += OpusSide.PACKET_FRAMES;
        int debtorLength = debtor.encode(pending, 0, debtorPacket);
        int agentLength = agent.encode(pending, 1, agentPacket);
        listen(ear.decode(debtorPacket, debtorLength, agentPacket, agentLength));
        int length = OpusPacket.join(debtorPacket, debtorLength, agentPacket, agentLength, packet);
        if (packetsOnPage == PACKETS_A_PAGE || !pages.fits(length)) {
            pages.flush(false, out);
            packetsOnPage = 0;
        }
        pages.add(packet, length, encoded * OpusHead.GRANULES_PER_FRAME);
        packetsOnPage++;
    }

    private void listen(byte[] decoded) {
        int from = (int) Math.max(0, lookahead - (encoded - OpusSide.PACKET_FRAMES));
        long to = Math.min(OpusSide.PACKET_FRAMES, from + taken - heardFrames);
        if (to > from) {
            heard.add(decoded, from * PcmFormat.FRAME_BYTES, (int) to * PcmFormat.FRAME_BYTES);
            heardFrames += to - from;
        }
    }

    private void prove(Levels levels) throws UnfaithfulEncodingException {
        Levels found = heard.levels();
        if (heardFrames != taken || !alike(levels.debtor(), found.debtor()) || !alike(levels.agent(), found.agent())) {
            throw new UnfaithfulEncodingException("encoded as Opus, " + taken + " frames with " + levels + " became "
                    + heardFrames + " frames with " + found);
        }
    }

    private static boolean alike(SideLevels said, SideLevels found) {
        if (said.silent()) {
            return found.rmsDbfs() <= Math.max(said.rmsDbfs(), SideLevels.HEARD_DBFS) + MOST_DECIBELS_OFF;
        }
        return said.rmsDbfs() >= FAINT_DBFS
                ? Math.abs(said.rmsDbfs() - found.rmsDbfs()) <= MOST_DECIBELS_OFF
                : found.peakDbfs() >= said.peakDbfs() - MOST_PEAK_DECIBELS_LOST;
    }
}
