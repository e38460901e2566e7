package com.callfloor.dialer.cases.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.intake.CaseFileProblem.Malformed;
import com.callfloor.dialer.cases.intake.CaseFileProblem.Unreadable;
import com.callfloor.dialer.words.Words;

/** The lines of a text, numbered from 1, however they end; lines that were looked at can be given back. */
final class Lines implements AutoCloseable {
    /** No row is nearly as long; without a bound a file without line ends would be read into memory whole. */
    private static final int LONGEST = 1 << 20;

    private final Reader text;

    /** Read from without the lock that a BufferedReader takes for every character. */
    private final char[] buffer = new char[1 << 14];
    private int at;
    private int end;
    private final Deque<Line> givenBack = new ArrayDeque<>();
    private long number;
    private boolean afterCarriageReturn;

    /** @param text closed with the lines */
    Lines(Reader text) {
        this.text = text;
    }

    record Line(long number, String text) {}

    /** Empty at the end of the text. */
    Optional<Line> next() {
        Line before = givenBack.pollFirst();
        if (before != null) {
            return Optional.of(before);
        }
        try {
            return read();
        } catch (IOException e) {
            throw new CaseFileException(
                    new Unreadable(new Words("it changed or went away while it was read", "读取时文件有变化或已不存在")), e);
        }
    }

    /** These come next, in this order. */
    void giveBack(List<Line> lines) {
        lines.reversed().forEach(givenBack::addFirst);
    }

    private Optional<Line> read() throws IOException {
        StringBuilder line = new StringBuilder(256);
        int character = character();
        if (character == '\n' && afterCarriageReturn) {
            character = character();
        }
        if (character < 0) {
            return Optional.empty();
        }
        while (character >= 0 && character != '\n' && character != '\r') {
            if (line.length() == LONGEST) {
                throw new CaseFileException(
                        new Malformed(number,
                                new Words("the next line does not end; check that the file has one row a line",
                                        "下一行没有结尾，请检查文件是否每行一条")));
            }
            line.append((char) character);
            character = character();
        }
        afterCarriageReturn = character == '\r';
        number++;
        return Optional.of(new Line(number, line.toString()));
    }

    /** The next character, or -1 at the end. */
    private int character() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, text.read(buffer));
            if (end == 0) {
                return -1;
            }
        }
        char character = buffer[at];
        at++;
        return character;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
