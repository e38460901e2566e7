package com.callfloor.dialer.cases.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.cases.intake.CaseFileProblem.Empty;
import com.callfloor.dialer.cases.intake.CaseFileProblem.HeaderOnly;
import com.callfloor.dialer.cases.intake.CaseFileProblem.Unreadable;

/** Opens case files; what is read and how is told in the package's description. Safe for use by many threads. */
public final class CaseFileReader {
    private final IntakeSettings settings;

    public CaseFileReader(IntakeSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads all of the file once to settle what it is, then its header: a short wait with a large file.
     *
     * @param file CSV or XLSX, whatever its name; must not change until the result is closed
     * @throws CaseFileException if the file as a whole cannot be taken
     */
    public CaseFile open(Path file) {
        try {
            return opened(source(file));
        } catch (NoSuchFileException e) {
            throw new CaseFileException(new Unreadable("there is no such file"), e);
        } catch (AccessDeniedException e) {
            throw new CaseFileException(new Unreadable("this user may not read it"), e);
        } catch (IOException e) {
            throw new CaseFileException(new Unreadable("the disk or the file's owner refused"), e);
        }
    }

    static RowSource source(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new CaseFileException(new Unreadable("it is a folder"));
        }
        return switch (FileKind.of(file)) {
            case TEXT -> CsvSource.open(file);
            case WORKBOOK -> XlsxSource.open(file);
        };
    }

    private CaseFile opened(RowSource source) {
        try {
            Header header = Header.read(firstRow(source));
            List<Problem> warnings = new ArrayList<>(source.warnings());
            warnings.addAll(header.warnings());
            CaseFile file = new CaseFile(source, new RowCleaner(header, settings), warnings);
            if (!file.hasNext()) {
                throw new CaseFileException(new HeaderOnly());
            }
            return file;
        } catch (CaseFileException e) {
            source.close();
            throw e;
        }
    }

    private static RawRow firstRow(RowSource source) {
        while (source.hasNext()) {
            RawRow row = source.next();
            if (!row.isEmpty()) {
                return row;
            }
        }
        throw new CaseFileException(new Empty());
    }
}
