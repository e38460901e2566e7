package com.callfloor.dialer.cases.intake;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;

/**
 * An open case file. Rows are read as they are asked for; only the references seen so far are kept. For one thread at a
 * time; to be closed.
 *
 * <p>{@link #hasNext} and {@link #next} throw {@link CaseFileException} if the rest of the file turns out to be damaged.
 * The rows before that were sound, but whoever takes them must know that the file is not complete.
 */
public final class CaseFile implements Iterator<ReadRow>, AutoCloseable {
    private final RowSource source;
    private final RowCleaner cleaner;
    private final List<Problem> warnings;
    private @Nullable RawRow ahead;

    CaseFile(RowSource source, RowCleaner cleaner, List<Problem> warnings) {
        this.source = source;
        this.cleaner = cleaner;
        this.warnings = List.copyOf(warnings);
    }

    /** What in the file will not be read: unknown columns, further sheets. */
    public List<Problem> warnings() {
        return warnings;
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && source.hasNext()) {
            RawRow row = source.next();
            if (!row.isEmpty()) {
                ahead = row;
            }
        }
        return ahead != null;
    }

    /** Rows without any value are skipped. */
    @Override
    public ReadRow next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException("the case file has no more rows");
        }
        RawRow row = ahead;
        ahead = null;
        return cleaner.clean(row);
    }

    @Override
    public void close() {
        source.close();
    }
}
