package com.callfloor.dialer.cases.intake;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * An open case file. Rows are read as they are asked for; only the references seen so far are kept. For one thread at a
 * time; to be closed.
 *
 * <p>{@link #hasNext} and {@link #next} throw {@link CaseFileException} if the rest of the file turns out to be damaged.
 * The rows before that were sound, but whoever takes them must know that the file is not complete.
 */
public final class CaseFile implements Iterator<ReadRow>, AutoCloseable {
    private final Iterator<Part> parts;
    private final RowSource.Closing whole;
    private final List<Problem> warnings;
    private final Optional<LenderMapping> mapping;
    private Part part;
    private @Nullable RawRow ahead;

    /** @param parts at least one */
    CaseFile(List<Part> parts, RowSource.Closing whole, List<Problem> warnings, Optional<LenderMapping> mapping) {
        this.parts = List.copyOf(parts).iterator();
        this.part = this.parts.next();
        this.whole = whole;
        this.warnings = List.copyOf(warnings);
        this.mapping = mapping;
    }

    /** One table, its header read already: the file itself, or a sheet of it. */
    record Part(RowSource source, RowCleaner cleaner) {}

    /** What in the file will not be read: unknown columns, further sheets. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** The header of the table that is read now. */
    public List<String> columns() {
        return part.cleaner().columns();
    }

    /** The lender's, by name or by its headers. */
    public Optional<LenderMapping> mapping() {
        return mapping;
    }

    @Override
    public boolean hasNext() {
        while (ahead == null) {
            if (part.source().hasNext()) {
                RawRow row = part.source().next();
                ahead = row.isEmpty() ? null : row;
            } else if (parts.hasNext()) {
                part = parts.next();
            } else {
                return false;
            }
        }
        return true;
    }

    /** Rows without any value are skipped. */
    @Override
    public ReadRow next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException("the case file has no more rows");
        }
        RawRow row = ahead;
        ahead = null;
        return part.cleaner().clean(row);
    }

    @Override
    public void close() {
        whole.close();
    }
}
