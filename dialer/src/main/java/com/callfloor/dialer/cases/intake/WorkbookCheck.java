package com.callfloor.dialer.cases.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import com.callfloor.dialer.cases.intake.CaseFileProblem.Malformed;
import com.callfloor.dialer.cases.intake.CaseFileProblem.NotACaseFile;
import com.callfloor.dialer.cases.intake.CaseFileProblem.TooLarge;
import com.callfloor.dialer.words.Words;

/**
 * Unpacks a workbook once to nowhere before it is read: its parts must be whole, and small enough, whatever the archive
 * says about itself. The reader behind it checks neither and keeps the shared texts in memory.
 */
final class WorkbookCheck {
    static final long LARGEST_PART = 4L << 30;
    static final long MOST_SHARED_TEXT = 256L << 20;

    private static final int CHUNK = 1 << 16;

    private WorkbookCheck() {}

    /** @throws CaseFileException if the archive is damaged, too large, or no workbook */
    static void check(Path file) throws IOException {
        try (ZipFile archive = new ZipFile(file.toFile())) {
            if (archive.getEntry("[Content_Types].xml") == null) {
                throw new CaseFileException(
                        new NotACaseFile(new Words("an archive that is no XLSX workbook", "不是 XLSX 的压缩包")));
            }
            for (ZipEntry part : Collections.list(archive.entries())) {
                check(archive, part);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    private static void check(ZipFile archive, ZipEntry part) throws IOException {
        boolean sharedText = part.getName().toLowerCase(Locale.ROOT).endsWith("sharedstrings.xml");
        long left = sharedText ? MOST_SHARED_TEXT : LARGEST_PART;
        byte[] chunk = new byte[CHUNK];
        try (InputStream packed = archive.getInputStream(part);
                CheckedInputStream in = new CheckedInputStream(packed, new CRC32())) {
            for (int read = 0; read >= 0; read = in.read(chunk)) {
                left -= read;
                if (left < 0) {
                    throw new CaseFileException(new TooLarge(
                            sharedText ? new Words("its texts", "文本") : new Words("one of its sheets", "某个工作表")));
                }
            }
            if (in.getChecksum().getValue() != part.getCrc()) {
                throw new CaseFileException(damage());
            }
        } catch (EOFException e) {
            throw damaged(e);
        }
    }

    static CaseFileException damaged(Exception cause) {
        return new CaseFileException(damage(), cause);
    }

    private static Malformed damage() {
        return new Malformed(0,
                new Words("the workbook is incomplete or altered; save and send it again", "工作簿不完整或被改动，请重新保存后发送"));
    }
}
