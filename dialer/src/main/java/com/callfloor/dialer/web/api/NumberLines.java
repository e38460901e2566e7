package com.callfloor.dialer.web.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import com.callfloor.dialer.cases.PhoneNumber;
import com.callfloor.dialer.web.http.Problem.FieldError;
import com.callfloor.dialer.web.http.Problems;
import com.callfloor.dialer.words.Words;

/** Reads a list of telephone numbers: one a line, in the first column, UTF-8. Either all lines are good or none counts. */
final class NumberLines {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int MOST_TOLD = 100;

    private NumberLines() {}

    /**
     * Blocks on the disk. Empty lines are passed over, and a first line without any digit is a header.
     *
     * @param country the ISO 3166-1 country of numbers without country code
     */
    static Set<PhoneNumber> read(Path file, String country) throws IOException {
        Set<PhoneNumber> numbers = new LinkedHashSet<>();
        List<FieldError> bad = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int line = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                String first = firstColumn(text);
                boolean header = line == 1 && first.chars().noneMatch(Character::isDigit);
                if (first.isEmpty() || header) {
                    continue;
                }
                Optional<PhoneNumber> number = PhoneNumber.parse(first, country);
                if (number.isPresent()) {
                    numbers.add(number.get());
                } else if (bad.size() < MOST_TOLD) {
                    bad.add(wrong(line, country));
                }
            }
        } catch (CharacterCodingException e) {
            throw Problems.invalid("file", "is not UTF-8; save it as UTF-8 text", "不是 UTF-8，请保存为 UTF-8 文本");
        }
        if (!bad.isEmpty()) {
            throw Problems.invalid(bad);
        }
        return numbers;
    }

    private static String firstColumn(String line) {
        String text = line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
        return text.split("[,;\t]", 2)[0].replace("\"", "").strip();
    }

    /** The line itself is not repeated: it may hold a number that somebody mistyped. */
    private static FieldError wrong(int line, String country) {
        Words mend = country.equals(Asking.NO_COUNTRY)
                ? new Words("; write it as +8613800138000, or give the parameter country, such as country=CN",
                        "没有电话号码；请写作 +8613800138000，或指定国家，例如 country=CN")
                : Words.of(" of %s; write it as +8613800138000", "没有 %s 的电话号码；请写作 +8613800138000", country);
        return new FieldError("line " + line,
                Words.of("Line %d holds no telephone number%s.", "第 %d 行%s。", line, mend));
    }
}
