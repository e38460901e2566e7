package com.callfloor.recorder.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

import com.callfloor.recorder.audio.PcmFormat;
import org.jspecify.annotations.Nullable;

/** The frames of an Ogg Opus recording, as many as went in. Decodes some 1,000 times faster than it plays. */
final class OpusFrames extends FramesInputStream {
    private static final int PRE_SKIP_AT = 10;

    private final OggPackets packets;
    private final OpusEar ear = new OpusEar();
    private final int preSkip;
    private long decoded;
    private long given;

    /** @throws InvalidSoundException when the stream does not begin as an encoder of this house begins */
    OpusFrames(InputStream ogg) throws IOException {
        super(ogg);
        packets = new OggPackets(ogg);
        preSkip = preSkip(packets);
    }

    /** How many frames it plays, from its pages alone; reads it to its end. */
    static long count(InputStream ogg) throws IOException {
        OggPackets packets = new OggPackets(ogg);
        int preSkip = preSkip(packets);
        long held = 0;
        while (packets.next() != null) {
            held += OpusSide.PACKET_FRAMES;
        }
        long played = frames(packets.granule()) - preSkip;
        if (played < 0 || played + preSkip > held) {
            throw new InvalidSoundException("its last page ends at frame " + played + " and its packets hold "
                    + (held - preSkip));
        }
        return played;
    }

    @Override
    void more() throws IOException {
        for (byte[] packet = packets.next(); packet != null; packet = packets.next()) {
            byte[][] sides = OpusPacket.split(packet);
            byte[] frames = ear.decode(sides[0], sides[0].length, sides[1], sides[1].length);
            long from = Math.max(0, preSkip - decoded);
            decoded += OpusSide.PACKET_FRAMES;
            long to = OpusSide.PACKET_FRAMES;
            if (packets.last()) {
                to = Math.min(to, from + frames(packets.granule()) - preSkip - given);
            }
            if (from < to) {
                given += to - from;
                give(frames, (int) from * PcmFormat.FRAME_BYTES, (int) to * PcmFormat.FRAME_BYTES);
                return;
            }
        }
    }

    private static int preSkip(OggPackets packets) throws IOException {
        byte @Nullable [] head = packets.next();
        if (head == null || head.length < PRE_SKIP_AT + 2) {
            throw new InvalidSoundException("it does not begin as Ogg Opus does");
        }
        int granules = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getShort(PRE_SKIP_AT) & 0xffff;
        int preSkip = (int) frames(granules);
        if (!Arrays.equals(head, OpusHead.identification(preSkip))
                || !Arrays.equals(packets.next(), OpusHead.comment())) {
            throw new InvalidSoundException("not an Ogg Opus of two mono streams as the recorder writes it");
        }
        return preSkip;
    }

    private static long frames(long granule) {
        return granule / OpusHead.GRANULES_PER_FRAME;
    }
}
