package com.callfloor.dialer.cases.intake;

import java.util.Iterator;
import java.util.List;

/**
 * The rows of a file, one at a time, the header among them. {@code hasNext} and {@code next} throw
 * {@link CaseFileException} and nothing else where the file is damaged.
 */
interface RowSource extends Iterator<RawRow>, AutoCloseable {

    /** What of the file lies outside its rows and is not read. */
    List<Problem> warnings();

    @Override
    void close();
}
