package com.callfloor.dialer.cases.intake;

import java.util.List;
import java.util.Optional;

/** Why a case file as a whole cannot be taken. */
public sealed interface CaseFileProblem {

    /** What is wrong and how to mend it, without the file's name. */
    String message();

    /** The file could not be read at all. */
    record Unreadable(String why) implements CaseFileProblem {
        @Override
        public String message() {
            return "the file cannot be read: " + why;
        }
    }

    record Empty() implements CaseFileProblem {
        @Override
        public String message() {
            return "the file is empty: expected a header row and one row a case";
        }
    }

    record HeaderOnly() implements CaseFileProblem {
        @Override
        public String message() {
            return "the file has a header but no rows: expected one row a case below it";
        }
    }

    /** Neither text nor a workbook. */
    record NotACaseFile(String looksLike) implements CaseFileProblem {
        @Override
        public String message() {
            return "the file looks like " + looksLike + ": send a CSV (UTF-8 or GB18030) or an XLSX workbook";
        }
    }

    /**
     * Text in no encoding that is taken.
     *
     * @param line the first line that is not valid, 1 being the first line of the file
     */
    record WrongEncoding(String expected, long line) implements CaseFileProblem {
        @Override
        public String message() {
            return "line " + line + " is not valid " + expected + ": save the file as CSV UTF-8 and send it again";
        }
    }

    record MissingColumns(List<Missing> columns) implements CaseFileProblem {
        public MissingColumns {
            columns = List.copyOf(columns);
        }

        @Override
        public String message() {
            return "required columns are missing from the header: "
                    + String.join(", ", columns.stream().map(Missing::description).toList());
        }
    }

    /**
     * One column that the header lacks.
     *
     * @param names the names under which the column would have been found
     * @param nearest the unknown header that comes closest to one of them
     */
    record Missing(List<String> names, Optional<String> nearest) {
        public Missing {
            names = List.copyOf(names);
        }

        String description() {
            return String.join(" or ", names)
                    + nearest.map(header -> " (did you mean '" + header + "' by it?)").orElse("");
        }
    }

    /** The header fits the saved mappings of several lenders, and nobody said whose file it is. */
    record AmbiguousMapping(List<String> mappings) implements CaseFileProblem {
        public AmbiguousMapping {
            mappings = List.copyOf(mappings);
        }

        @Override
        public String message() {
            return "the header fits the mappings of several lenders, " + String.join(" and ", mappings)
                    + ": say whose file it is (?lender=, or the lender's own folder)";
        }
    }

    /** The lender's saved mapping cannot be used. */
    record UnusableMapping(String why) implements CaseFileProblem {
        @Override
        public String message() {
            return why;
        }
    }

    record RepeatedColumn(String first, String second) implements CaseFileProblem {
        @Override
        public String message() {
            return "the header names one column twice, as '" + first + "' and as '" + second
                    + "': rename or remove one, since it is unclear which one counts";
        }
    }

    /** Reading stopped in the middle: rows given out so far are what they are, the rest is unknown. */
    record Malformed(long afterLine, String why) implements CaseFileProblem {
        @Override
        public String message() {
            return "the file is damaged after line " + afterLine + ": " + why;
        }
    }

    record TooLarge(String what) implements CaseFileProblem {
        @Override
        public String message() {
            return "the workbook is too large to read safely (" + what + "): save it as CSV UTF-8, or split it";
        }
    }
}
