package com.callfloor.dialer.cases.intake;

import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.words.Words;

/** Why a case file as a whole cannot be taken. */
public sealed interface CaseFileProblem {

    /** What is wrong and how to mend it, without the file's name. */
    Words words();

    /** {@link #words} in English. */
    default String message() {
        return words().en();
    }

    /** The file could not be read at all. */
    record Unreadable(Words why) implements CaseFileProblem {
        @Override
        public Words words() {
            return Words.of("the file cannot be read: %s", "文件无法读取：%s", why);
        }
    }

    record Empty() implements CaseFileProblem {
        @Override
        public Words words() {
            return new Words("the file is empty: expected a header row and one row a case",
                    "文件为空：应有一行表头，每个案件一行");
        }
    }

    record HeaderOnly() implements CaseFileProblem {
        @Override
        public Words words() {
            return new Words("the file has a header but no rows: expected one row a case below it",
                    "文件只有表头：其下应有案件，每个一行");
        }
    }

    /** Neither text nor a workbook. */
    record NotACaseFile(Words looksLike) implements CaseFileProblem {
        @Override
        public Words words() {
            return Words.of("the file looks like %s: send a CSV (UTF-8 or GB18030) or an XLSX workbook",
                    "文件似乎是%s：请发送 CSV（UTF-8 或 GB18030）或 XLSX", looksLike);
        }
    }

    /**
     * Text in no encoding that is taken.
     *
     * @param line the first line that is not valid, 1 being the first line of the file
     */
    record WrongEncoding(String expected, long line) implements CaseFileProblem {
        @Override
        public Words words() {
            return Words.of("line %d is not valid %s: save the file as CSV UTF-8 and send it again",
                    "第 %d 行不是有效的 %s：请另存为 CSV UTF-8 后重新发送", line,
                    new Words(expected, expected.replace(" or ", " 或 ")));
        }
    }

    record MissingColumns(List<Missing> columns) implements CaseFileProblem {
        public MissingColumns {
            columns = List.copyOf(columns);
        }

        @Override
        public Words words() {
            return Words.of("required columns are missing from the header: %s", "表头缺少必需列：%s",
                    columns.stream()
                            .map(Missing::description)
                            .reduce((one, next) -> Words.of("%s, %s", "%s、%s", one, next))
                            .orElseThrow());
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

        Words description() {
            Words named = new Words(String.join(" or ", names), String.join(" 或 ", names));
            return nearest.map(header -> named.then(Words.of(" (did you mean '%1$s' by it?)", "（是否就是“%1$s”？）", header)))
                    .orElse(named);
        }
    }

    /** The header fits the saved mappings of several lenders, and nobody said whose file it is. */
    record AmbiguousMapping(List<String> mappings) implements CaseFileProblem {
        public AmbiguousMapping {
            mappings = List.copyOf(mappings);
        }

        @Override
        public Words words() {
            return Words.of(
                    "the header fits the mappings of several lenders, %s: say whose file it is (?lender=, or the lender's own folder)",
                    "表头符合多个委托方的映射（%s）：请指明是谁的文件，或放入该委托方的文件夹",
                    new Words(String.join(" and ", mappings), String.join("、", mappings)));
        }
    }

    /** The lender's saved mapping cannot be used. */
    record UnusableMapping(Words why) implements CaseFileProblem {
        @Override
        public Words words() {
            return Words.of("%s", "委托方映射无法使用：%s", why);
        }
    }

    record RepeatedColumn(String first, String second) implements CaseFileProblem {
        @Override
        public Words words() {
            return Words.of(
                    "the header names one column twice, as '%s' and as '%s': rename or remove one, since it is unclear which one counts",
                    "表头有重复列“%s”和“%s”：无法确定以哪一列为准，请改名或删除其一", first, second);
        }
    }

    /** Reading stopped in the middle: rows given out so far are what they are, the rest is unknown. */
    record Malformed(long afterLine, Words why) implements CaseFileProblem {
        @Override
        public Words words() {
            return Words.of("the file is damaged after line %d: %s", "文件在第 %d 行之后损坏：%s", afterLine, why);
        }
    }

    record TooLarge(Words what) implements CaseFileProblem {
        @Override
        public Words words() {
            return Words.of("the workbook is too large to read safely (%s): save it as CSV UTF-8, or split it",
                    "工作簿过大，无法安全读取（%s）：请另存为 CSV UTF-8，或拆分", what);
        }
    }
}
