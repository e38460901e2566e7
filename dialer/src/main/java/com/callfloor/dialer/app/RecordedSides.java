package com.callfloor.dialer.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.quality.speech.CallSound;
import com.callfloor.dialer.quality.speech.Side;
import com.callfloor.dialer.recordings.RecordingAudio;
import com.callfloor.dialer.recordings.RecordingAudio.Audio;
import com.callfloor.recorder.audio.PcmFormat;
import com.callfloor.recorder.audio.WavHeader;

/** The two sides of a stored recording, each as a WAV of its own: debtor left, agent right. */
final class RecordedSides implements CallSound {
    private static final int LONGEST_BYTES = 256 * 1024 * 1024;
    private static final int PCM = 1;

    private final RecordingAudio audio;

    RecordedSides(RecordingAudio audio) {
        this.audio = audio;
    }

    @Override
    public Optional<byte[]> of(AttemptId call, Side side) throws IOException {
        Optional<Audio> found = audio.openAsWav(call);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = found.get().read(0)) {
            WavHeader header = WavHeader.read(in);
            if (header.dataBytes() > LONGEST_BYTES) {
                throw new IOException("the recording is too long to be written down: " + header.dataBytes() + " bytes");
            }
            byte[] frames = in.readNBytes((int) header.dataBytes());
            return Optional.of(wav(frames, side == Side.DEBTOR ? 0 : PcmFormat.SAMPLE_BYTES));
        }
    }

    private static byte[] wav(byte[] frames, int offset) {
        int count = frames.length / PcmFormat.FRAME_BYTES;
        ByteBuffer wav = ByteBuffer.allocate(WavHeader.BYTES + count * PcmFormat.SAMPLE_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(WavHeader.BYTES - 8 + count * PcmFormat.SAMPLE_BYTES)
                .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) PCM)
                .putShort((short) 1)
                .putInt(PcmFormat.SAMPLE_RATE_HZ)
                .putInt(PcmFormat.SAMPLE_RATE_HZ * PcmFormat.SAMPLE_BYTES)
                .putShort((short) PcmFormat.SAMPLE_BYTES)
                .putShort((short) (8 * PcmFormat.SAMPLE_BYTES))
                .put("data".getBytes(StandardCharsets.US_ASCII))
                .putInt(count * PcmFormat.SAMPLE_BYTES);
        for (int frame = 0; frame < count; frame++) {
            wav.put(frames, frame * PcmFormat.FRAME_BYTES + offset, PcmFormat.SAMPLE_BYTES);
        }
        return wav.array();
    }
}
