package com.callfloor.dialer.cases.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.callfloor.dialer.cases.intake.CaseFileProblem.Missing;
import com.callfloor.dialer.cases.intake.CaseFileProblem.MissingColumns;
import com.callfloor.dialer.cases.intake.CaseFileProblem.RepeatedColumn;
import com.callfloor.dialer.words.Words;

/** Which column stands where in one file, and what its lender means by it. */
final class Header {
    private final Map<Column, Integer> indexes = new EnumMap<>(Column.class);
    private final Map<Integer, String> unread = new HashMap<>();
    private final List<String> names;
    private final Optional<LenderMapping> mapping;
    private final Map<Column, AmountUnit> units = new EnumMap<>(Column.class);

    private Header(List<String> names, Optional<LenderMapping> mapping) {
        this.names = names;
        this.mapping = mapping;
    }

    /**
     * Reads a header.
     *
     * @param mapping the lender's own names, which count before ours
     * @throws CaseFileException if a required column is missing or a column is named twice
     */
    static Header read(RawRow row, Optional<LenderMapping> mapping) {
        Header header = new Header(names(row), mapping);
        header.place();
        List<Missing> missing = header.missing();
        if (!missing.isEmpty()) {
            throw new CaseFileException(new MissingColumns(missing));
        }
        return header;
    }

    /** Whether the row could be read as a header; one that names a column twice could be, were it not for that. */
    static boolean isComplete(RawRow row, Optional<LenderMapping> mapping) {
        try {
            read(row, mapping);
            return true;
        } catch (CaseFileException e) {
            return e.problem() instanceof RepeatedColumn;
        }
    }

    /** How many columns the row names. */
    static long known(RawRow row, Optional<LenderMapping> mapping) {
        return names(row).stream()
                .filter(name -> mapping.flatMap(own -> own.column(name)).or(() -> Column.meant(name)).isPresent())
                .count();
    }

    static List<String> names(RawRow row) {
        return row.cells().stream().map(Text::clean).toList();
    }

    /** The lender's own names first, then ours, then what else may be meant by a header that is left. */
    private void place() {
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            Optional<Column> mapped = mapping.flatMap(own -> own.column(name));
            if (mapped.isPresent()) {
                take(mapped.get(), index);
            } else if (!name.isEmpty()) {
                unread.put(index, name);
            }
        }
        Map<Column, Integer> mapped = new EnumMap<>(indexes);
        for (int index = 0; index < names.size(); index++) {
            Optional<Column> ours = unread.containsKey(index) ? Column.named(names.get(index)) : Optional.empty();
            if (ours.isPresent() && !mapped.containsKey(ours.get())) {
                take(ours.get(), index);
            }
        }
        for (int index = 0; index < names.size(); index++) {
            Optional<Column> meant = unread.containsKey(index) ? Column.meant(names.get(index)) : Optional.empty();
            if (meant.isPresent() && !indexes.containsKey(meant.get())) {
                take(meant.get(), index);
            }
        }
    }

    private void take(Column column, int index) {
        Integer before = indexes.putIfAbsent(column, index);
        if (before != null) {
            throw new CaseFileException(new RepeatedColumn(names.get(before), names.get(index)));
        }
        unread.remove(index);
        units.put(column,
                AmountUnit.of(names.get(index), mapping.map(LenderMapping::unit).orElse(AmountUnit.YUAN)));
    }

    /** -1 where the file has no such column. */
    int indexOf(Column column) {
        return indexes.getOrDefault(column, -1);
    }

    /** The column's name in this file; our own where the file has no such column. */
    String nameOf(Column column) {
        Integer index = indexes.get(column);
        return index == null ? column.english() : names.get(index);
    }

    AmountUnit unit(Column column) {
        return units.getOrDefault(column, AmountUnit.YUAN);
    }

    /** What the lender's mapping says where a row says nothing; empty where it has none. */
    String usual(Column column) {
        return mapping.map(own -> own.usual(column)).orElse("");
    }

    Optional<LenderMapping> mapping() {
        return mapping;
    }

    List<String> names() {
        return names;
    }

    int width() {
        return names.size();
    }

    List<Problem> warnings() {
        return Stream.iterate(0, index -> index < names.size(), index -> index + 1)
                .filter(unread::containsKey)
                .map(index -> notRead(names.get(index)))
                .toList();
    }

    /** A list of withdrawn cases needs nothing but references. */
    private List<Missing> missing() {
        if (indexes.containsKey(Column.CASE_REF) && indexes.containsKey(Column.STATUS)) {
            return List.of();
        }
        List<Missing> missing = new ArrayList<>();
        for (Column required : Column.REQUIRED) {
            if (!indexes.containsKey(required) && usual(required).isEmpty()) {
                missing.add(missing(required));
            }
        }
        if (Column.PHONES.stream().noneMatch(phone -> indexes.containsKey(phone.number()))) {
            missing.add(missing(Column.PHONE_1));
        }
        return missing;
    }

    private Missing missing(Column column) {
        List<String> unknown = names.stream().filter(unread::containsValue).toList();
        List<String> known = mapping.flatMap(own -> Optional.ofNullable(own.columns().get(column.english())))
                .map(List::of)
                .orElse(column.names());
        return new Missing(known, Similarity.nearest(known, unknown));
    }

    private static Problem notRead(String name) {
        List<String> known = Stream.of(Column.values()).flatMap(column -> column.names().stream()).toList();
        Words hint = Similarity.nearest(List.of(name), known)
                .map(near -> Words.of("; did you mean '%s'?", "；是否应为“%s”？", near))
                .orElse(Words.NOTHING);
        return new Problem(Text.shown(name), Reason.UNKNOWN_COLUMN,
                new Words("this column is not known and was not read", "没有这一列，未读取").then(hint));
    }
}
