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
import com.callfloor.dialer.words.Words;

/** What a file is by its first bytes; its name says nothing. */
enum FileKind {
    TEXT, WORKBOOK;

    private static final int HEAD = 1 << 16;
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** Text has hardly any control characters, whatever its encoding; more than one byte in this many is not text. */
    private static final int BYTES_FOR_ONE_CONTROL = 50;

    private static final Map<String, Words> STRANGERS = Map.of("d0cf11e0",
            new Words("an old Excel file (.xls) or one with a password", "旧版 Excel 文件（.xls）或带密码的文件"), "25504446",
            new Words("a PDF", " PDF"), "504b0506", new Words("an empty archive", "空压缩包"),
            "fffe", new Words("UTF-16 text", " UTF-16 文本"), "feff", new Words("UTF-16 text", " UTF-16 文本"), "1f8b",
            new Words("a compressed file", "压缩文件"), "52617221", new Words("an archive", "压缩包"),
            "377abcaf", new Words("an archive", "压缩包"));

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
            throw new CaseFileException(new NotACaseFile(new Words("a web page", "网页")));
        }
        if (controls(head) > head.length / BYTES_FOR_ONE_CONTROL) {
            throw new CaseFileException(new NotACaseFile(new Words("binary data", "二进制数据")));
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
