package com.callfloor.dialer.cases.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.intake.CaseFile.Part;
import com.callfloor.dialer.cases.intake.CaseFileProblem.Empty;
import com.callfloor.dialer.cases.intake.CaseFileProblem.HeaderOnly;
import com.callfloor.dialer.cases.intake.CaseFileProblem.Unreadable;
import com.callfloor.dialer.words.Words;

/** Opens case files; what is read and how is told in the package's description. Safe for use by many threads. */
public final class CaseFileReader {
    /** Titles, the lender's name, a date: nothing has more of them than this. */
    static final int MOST_ROWS_ABOVE_HEADER = 20;

    private final IntakeSettings settings;

    public CaseFileReader(IntakeSettings settings) {
        this.settings = settings;
    }

    /** Without any lender's mapping. */
    public CaseFile open(Path file) {
        return open(file, Optional.empty(), List.of());
    }

    /**
     * Reads all of the file once to settle what it is, then its header: a short wait with a large file.
     *
     * @param file CSV or XLSX, whatever its name; must not change until the result is closed
     * @param mapping the lender's, where somebody said which
     * @param candidates mappings that may be found by their headers otherwise
     * @throws CaseFileException if the file as a whole cannot be taken
     */
    public CaseFile open(Path file, Optional<LenderMapping> mapping, List<LenderMapping> candidates) {
        try {
            if (Files.isDirectory(file)) {
                throw new CaseFileException(new Unreadable(new Words("it is a folder", "这是文件夹")));
            }
            return switch (FileKind.of(file)) {
                case TEXT -> {
                    CsvSource text = CsvSource.open(file, mapping.flatMap(LenderMapping::charset));
                    yield opened(List.of(text), text, new HeaderSearch(mapping, candidates));
                }
                case WORKBOOK -> {
                    XlsxBook book = XlsxBook.open(file);
                    yield opened(book.sheets(), book, new HeaderSearch(mapping, candidates));
                }
            };
        } catch (NoSuchFileException e) {
            throw new CaseFileException(new Unreadable(new Words("there is no such file", "没有这个文件")), e);
        } catch (AccessDeniedException e) {
            throw new CaseFileException(new Unreadable(new Words("this user may not read it", "没有读取权限")), e);
        } catch (IOException e) {
            throw new CaseFileException(new Unreadable(new Words("the disk or the file's owner refused", "磁盘出错或没有权限")),
                    e);
        }
    }

    private CaseFile opened(List<? extends RowSource> sources, RowSource.Closing whole, HeaderSearch search) {
        try {
            CaseFile file = new Opening(search).of(sources, whole);
            if (!file.hasNext()) {
                throw new CaseFileException(new HeaderOnly());
            }
            return file;
        } catch (CaseFileException e) {
            whole.close();
            throw e;
        }
    }

    /** The tables of one file, told apart from its other sheets. */
    private final class Opening {
        private final HeaderSearch search;
        private final RowCleaner.Seen seen = new RowCleaner.Seen();
        private final List<Part> parts = new ArrayList<>();
        private final List<Problem> warnings = new ArrayList<>();
        private Optional<RawRow> likeliest = Optional.empty();
        private Optional<LenderMapping> mapping = Optional.empty();

        Opening(HeaderSearch search) {
            this.search = search;
        }

        /** @throws CaseFileException if none of them is a table of cases */
        CaseFile of(List<? extends RowSource> sources, RowSource.Closing whole) {
            sources.forEach(this::look);
            if (parts.isEmpty()) {
                RawRow row = likeliest.orElseThrow(() -> new CaseFileException(new Empty()));
                Header.read(row, search.named());
                throw new CaseFileException(new Empty());
            }
            return new CaseFile(parts, whole, warnings, mapping);
        }

        private void look(RowSource source) {
            HeaderSearch.Found found = search.in(source);
            if (found.header().isEmpty()) {
                likeliest = likeliest.or(found::likeliest);
                found.likeliest()
                        .ifPresent(some -> warnings.add(new Problem("", Reason.OTHER_SHEETS,
                                source.place()
                                        .then(new Words("no header of a case file; the sheet was not read",
                                                "没有案件文件的表头；未读取此工作表")))));
                return;
            }
            Header header = found.header().get();
            if (found.above() > 0) {
                warnings.add(new Problem("", Reason.ABOVE_HEADER, source.place()
                        .then(Words.of("%d rows above the header were not read", "表头以上的 %d 行未读取", found.above()))));
            }
            warnings.addAll(header.warnings());
            mapping = mapping.or(header::mapping);
            Words place = parts.isEmpty() ? Words.NOTHING : source.place();
            parts.add(new Part(source, new RowCleaner(header, settings, seen, place, source.daysFrom1904())));
        }
    }
}
