package com.callfloor.dialer.cases.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.callfloor.dialer.cases.intake.CaseFileProblem.Missing;
import com.callfloor.dialer.cases.intake.CaseFileProblem.MissingColumns;
import com.callfloor.dialer.cases.intake.CaseFileProblem.RepeatedColumn;

/** Which column stands where in one file. */
final class Header {
    private final Map<Column, Integer> indexes;
    private final List<String> names;
    private final List<Problem> warnings;

    private Header(Map<Column, Integer> indexes, List<String> names, List<Problem> warnings) {
        this.indexes = indexes;
        this.names = names;
        this.warnings = warnings;
    }

    /** @throws CaseFileException if a required column is missing or a column is named twice */
    static Header read(RawRow row) {
        List<String> names = row.cells().stream().map(Text::clean).toList();
        Map<Column, Integer> indexes = new EnumMap<>(Column.class);
        List<String> unknown = new ArrayList<>();
        for (int index = 0; index < names.size(); index++) {
            String name = names.get(index);
            Optional<Column> column = Column.named(name);
            if (column.isPresent()) {
                Integer before = indexes.putIfAbsent(column.get(), index);
                if (before != null) {
                    throw new CaseFileException(new RepeatedColumn(names.get(before), name));
                }
            } else if (!name.isEmpty()) {
                unknown.add(name);
            }
        }
        List<Missing> missing = missing(indexes, unknown);
        if (!missing.isEmpty()) {
            throw new CaseFileException(new MissingColumns(missing));
        }
        return new Header(indexes, names, unknown.stream().map(Header::notRead).toList());
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

    int width() {
        return names.size();
    }

    List<Problem> warnings() {
        return warnings;
    }

    private static List<Missing> missing(Map<Column, Integer> indexes, List<String> unknown) {
        List<Missing> missing = new ArrayList<>();
        for (Column required : Column.REQUIRED) {
            if (!indexes.containsKey(required)) {
                missing.add(missing(required, unknown));
            }
        }
        if (Column.PHONES.stream().noneMatch(phone -> indexes.containsKey(phone.number()))) {
            missing.add(missing(Column.PHONE_1, unknown));
        }
        return missing;
    }

    private static Missing missing(Column column, List<String> unknown) {
        return new Missing(column.names(), Similarity.nearest(column.names(), unknown));
    }

    private static Problem notRead(String name) {
        List<String> known = Stream.of(Column.values()).flatMap(column -> column.names().stream()).toList();
        String hint = Similarity.nearest(List.of(name), known).map(near -> "; did you mean '" + near + "'?").orElse("");
        return new Problem(Text.shown(name), Reason.UNKNOWN_COLUMN, "this column is not known and was not read" + hint);
    }
}
