package com.callfloor.dialer.cases.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

import com.callfloor.dialer.cases.intake.CaseFileProblem.WrongEncoding;

/**
 * A text file's encoding, settled by reading all of it once in constant memory.
 *
 * @param mark bytes of the byte-order mark before the text
 */
record Encoding(Charset charset, int mark) {
    static final Charset GB18030 = Charset.forName("GB18030");

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /**
     * So many characters beyond ASCII that decode as UTF-8 before the first one that does not are no accident: the file
     * is damaged UTF-8. Read as GB18030 it would often decode too, and every name in it would be a wrong one.
     */
    private static final long NO_ACCIDENT = 16;

    /**
     * Settles the encoding.
     *
     * @param hint what the sender is known to use: nothing else is tried then, but for a byte-order mark
     * @throws CaseFileException if the text is valid in neither encoding, or not in the one of the hint
     */
    static Encoding of(Path file, Optional<Charset> hint) throws IOException {
        if (hint.isPresent() && !startsWithMark(file)) {
            Encoding hinted = new Encoding(hint.get(), 0);
            StrictScan scan = StrictScan.of(file, hinted);
            if (!scan.valid()) {
                throw new CaseFileException(new WrongEncoding(hint.get().name(), scan.line()));
            }
            return hinted;
        }
        return found(file);
    }

    private static Encoding found(Path file) throws IOException {
        if (startsWithMark(file)) {
            Encoding marked = new Encoding(StandardCharsets.UTF_8, UTF_8_MARK.length);
            StrictScan scan = StrictScan.of(file, marked);
            if (!scan.valid()) {
                throw new CaseFileException(new WrongEncoding("UTF-8", scan.line()));
            }
            return marked;
        }
        Encoding utf8 = new Encoding(StandardCharsets.UTF_8, 0);
        StrictScan asUtf8 = StrictScan.of(file, utf8);
        if (asUtf8.valid()) {
            return utf8;
        }
        if (asUtf8.beyondAscii() >= NO_ACCIDENT) {
            throw new CaseFileException(new WrongEncoding("UTF-8", asUtf8.line()));
        }
        Encoding gb18030 = new Encoding(GB18030, 0);
        StrictScan asGb18030 = StrictScan.of(file, gb18030);
        if (!asGb18030.valid()) {
            throw new CaseFileException(new WrongEncoding("UTF-8 or GB18030", asGb18030.line()));
        }
        return gb18030;
    }

    /** Reads the text behind the mark. */
    Reader open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(mark);
            return new InputStreamReader(in, charset.newDecoder());
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static boolean startsWithMark(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(UTF_8_MARK.length), UTF_8_MARK);
        }
    }
}
