package com.callfloor.dialer.cases.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;

import com.callfloor.dialer.cases.intake.CaseFileProblem.Empty;
import com.callfloor.dialer.cases.intake.CaseFileProblem.NotACaseFile;

/** What a file is by its first bytes; its name says nothing. */
enum FileKind {
    TEXT, WORKBOOK;

    private static final int HEAD = 1 << 16;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** Text has hardly any control characters, whatever its encoding; more than one byte in this many is not text. */
    private static final int BYTES_FOR_ONE_CONTROL = 50;

    private static final Map<String, String> STRANGERS = Map.of("d0cf11e0",
            "an old Excel file (.xls) or one with a password", "25504446", "a PDF", "504b0506", "an empty archive",
            "fffe", "UTF-16 text", "feff", "UTF-16 text", "1f8b", "a compressed file", "52617221", "an archive",
            "377abcaf", "an archive");

    /** @throws CaseFileException if the file is empty or neither text nor an archive such as a workbook is */
    static FileKind of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (head.length == 0) {
            throw new CaseFileException(new Empty());
        }
        if (startsWith(head, ZIP)) {
            return WORKBOOK;
        }
        STRANGERS.forEach((magic, description) -> {
            if (startsWith(head, HexFormat.of().parseHex(magic))) {
                throw new CaseFileException(new NotACaseFile(description));
            }
        });
        if (isWebPage(head)) {
            throw new CaseFileException(new NotACaseFile("a web page"));
        }
        if (controls(head) > head.length / BYTES_FOR_ONE_CONTROL) {
            throw new CaseFileException(new NotACaseFile("binary data"));
        }
        return TEXT;
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (head[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** Many a system's "Excel export" is a page with a table. */
    private static boolean isWebPage(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 256), StandardCharsets.ISO_8859_1).strip();
        return start.startsWith("<");
    }

    /** In UTF-8 as in GB18030, bytes below 0x20 occur as control characters only. */
    private static int controls(byte[] head) {
        int controls = 0;
        for (byte each : head) {
            if (each >= 0 && each < 0x20 && each != '\t' && each != '\n' && each != '\r') {
                controls++;
            }
        }
        return controls;
    }
}
