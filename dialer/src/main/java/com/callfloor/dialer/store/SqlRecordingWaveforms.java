package com.callfloor.dialer.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.callfloor.dialer.calls.AttemptId;
import com.callfloor.dialer.recordings.RecordingWaveforms;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Recordings' waveforms, from the database. */
public final class SqlRecordingWaveforms implements RecordingWaveforms {
    private final Jdbi jdbi;

    public SqlRecordingWaveforms(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Optional<String> of(AttemptId id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT waveform FROM recording_marks WHERE attempt_id = :id")
                        .bind("id", id)
                        .mapTo(byte[].class)
                        .findOne())
                .map(SqlRecordingWaveforms::unpacked);
    }

    /** In the transaction in which the recording becomes stored. */
    static void keep(Handle handle, UUID attemptId, String waveform) {
        handle.createUpdate("INSERT INTO recording_marks (attempt_id, waveform) VALUES (:id, :waveform)")
                .bind("id", attemptId.toString())
                .bind("waveform", packed(waveform))
                .execute();
    }

    /** In the transaction in which the recording is deleted. */
    static void forget(Handle handle, AttemptId id) {
        handle.createUpdate("DELETE FROM recording_marks WHERE attempt_id = :id").bind("id", id).execute();
    }

    private static byte[] packed(String text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static String unpacked(byte[] packed) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(gzip.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a recording's waveform is damaged", e);
        }
    }
}
