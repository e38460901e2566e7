package com.callfloor.dialer.store;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Rows as {@code LOAD DATA} reads them when it is told nothing else: a tab between values, a line for each row, in UTF-8. */
final class LoadText implements ManyRows.Parameters {
    /** Of a piece of the text; together they would be an array that a collector has to treat apart. */
    private static final int PIECE = 1 << 16;
    private static final int USUAL_ROW = 1 << 10;
    private static final byte[] NULL = {'\\', 'N'};
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private final List<InputStream> pieces = new ArrayList<>();
    private byte[] bytes = new byte[PIECE + USUAL_ROW];
    private int length;
    private boolean inRow;
    // The instants and days of a batch are mostly one and the same.
    private @Nullable Instant instant;
    private byte[] instantText = {};

    private LoadText() {}

    static <R> InputStream of(List<R> rows, ManyRows.Binding<R> values) throws SQLException {
        var text = new LoadText();
        for (R row : rows) {
            values.bind(text, row);
            text.endRow();
        }
        text.endPiece();
        return new SequenceInputStream(Collections.enumeration(text.pieces));
    }

    @Override
    public LoadText text(@Nullable String value) {
        if (value == null) {
            return plain(NULL);
        }
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        begin(2 * encoded.length);
        for (byte each : encoded) {
            // No byte of a longer character looks like one of these.
            switch (each) {
                case '\\', '\t', '\n' -> {
                    add((byte) '\\');
                    add(each);
                }
                case 0 -> {
                    add((byte) '\\');
                    add((byte) '0');
                }
                default -> add(each);
            }
        }
        return this;
    }

    @Override
    public LoadText number(long value) {
        return plain(Long.toString(value).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public LoadText numberOrNull(@Nullable Number value) {
        return value == null ? plain(NULL) : number(value.longValue());
    }

    @Override
    public LoadText date(LocalDate value) {
        return plain(value.toString().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public LoadText instant(Instant value) {
        if (!value.equals(instant)) {
            instant = value;
            instantText = INSTANT.format(LocalDateTime.ofInstant(SqlTypes.micros(value), ZoneOffset.UTC))
                    .getBytes(StandardCharsets.US_ASCII);
        }
        return plain(instantText);
    }

    private LoadText plain(byte[] value) {
        begin(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
        return this;
    }

    /** {@code most}: bytes that the next value takes at most. */
    private void begin(int most) {
        int needed = length + most + 2;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
        if (inRow) {
            add((byte) '\t');
        }
        inRow = true;
    }

    /** There is room for it behind the last value. */
    private void endRow() {
        add((byte) '\n');
        inRow = false;
        if (length >= PIECE) {
            endPiece();
            bytes = new byte[PIECE + USUAL_ROW];
            length = 0;
        }
    }

    private void endPiece() {
        pieces.add(new ByteArrayInputStream(bytes, 0, length));
    }

    private void add(byte value) {
        bytes[length] = value;
        length++;
    }
}
