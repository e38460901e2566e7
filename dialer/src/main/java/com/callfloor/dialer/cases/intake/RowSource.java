package com.callfloor.dialer.cases.intake;

import java.util.Iterator;

import com.callfloor.dialer.words.Words;

/**
 * The rows of a file, one at a time, the header among them. {@code hasNext} and {@code next} throw
 * {@link CaseFileException} and nothing else where the file is damaged.
 */
interface RowSource extends Iterator<RawRow> {

    /** Where it lies in its file, as the beginning of a sentence: {@code sheet 'May': }; empty for all of a file. */
    Words place();

    /** Whether a bare number in a column of dates counts days from 1904 instead of 1900. */
    boolean daysFrom1904();

    /** What is open behind one source or several. */
    interface Closing extends AutoCloseable {
        @Override
        void close();
    }
}
