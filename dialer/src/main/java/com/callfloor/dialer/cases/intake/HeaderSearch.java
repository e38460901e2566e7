package com.callfloor.dialer.cases.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.cases.intake.CaseFileProblem.AmbiguousMapping;

/**
 * Finds the header among the first rows of a table, since titles may stand above it, and with it the mapping of the
 * lender who writes like this where nobody named one.
 */
final class HeaderSearch {
    private final Optional<LenderMapping> named;
    private final List<LenderMapping> candidates;

    /** @param candidates mappings that may be found by their headers; not looked at where one is named */
    HeaderSearch(Optional<LenderMapping> named, List<LenderMapping> candidates) {
        this.named = named;
        this.candidates = List.copyOf(candidates);
    }

    /**
     * What was found; the source stands behind the header then.
     *
     * @param header empty: no row is one
     * @param likeliest the row that comes closest where none is
     * @param above how many rows stand above the header
     */
    record Found(Optional<Header> header, Optional<RawRow> likeliest, int above) {}

    /** @throws CaseFileException if the header names a column twice, or fits several lenders' mappings */
    Found in(RowSource source) {
        List<RawRow> seen = new ArrayList<>();
        while (seen.size() <= CaseFileReader.MOST_ROWS_ABOVE_HEADER && source.hasNext()) {
            RawRow row = source.next();
            if (row.isEmpty()) {
                continue;
            }
            Optional<LenderMapping> mapping = mapping(row);
            if (Header.isComplete(row, mapping)) {
                return new Found(Optional.of(Header.read(row, mapping)), Optional.of(row), seen.size());
            }
            seen.add(row);
        }
        Optional<RawRow> likeliest = seen.stream()
                .reduce((best, next) -> Header.known(next, named) > Header.known(best, named) ? next : best);
        return new Found(Optional.empty(), likeliest, 0);
    }

    private Optional<LenderMapping> mapping(RawRow row) {
        if (named.isPresent()) {
            return named;
        }
        List<String> names = Header.names(row);
        List<LenderMapping> fitting = candidates.stream().filter(mapping -> mapping.fits(names)).toList();
        if (fitting.size() > 1) {
            throw new CaseFileException(
                    new AmbiguousMapping(fitting.stream().map(LenderMapping::name).sorted().toList()));
        }
        return fitting.stream().findFirst();
    }

    /** The mapping that was named, for the words of a refusal. */
    Optional<LenderMapping> named() {
        return named;
    }
}
