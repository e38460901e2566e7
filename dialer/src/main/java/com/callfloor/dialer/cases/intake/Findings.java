package com.callfloor.dialer.cases.intake;

import java.util.ArrayList;
import java.util.List;

import com.callfloor.dialer.words.Words;

/** What is found wrong with one row while it is cleaned. */
final class Findings {
    private final Header header;
    private final Words place;
    private final List<Problem> refusals = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    /** @param place put before every message: which sheet it is about; usually empty */
    Findings(Header header, Words place) {
        this.header = header;
        this.place = place;
    }

    /** The row is bad. */
    void refuse(Column column, Reason reason, Words words) {
        refusals.add(new Problem(header.nameOf(column), reason, place.then(words)));
    }

    /** The row as a whole is bad. */
    void refuse(Reason reason, Words words) {
        refusals.add(new Problem("", reason, place.then(words)));
    }

    /** The row stays good; the value was left out or altered. */
    void warn(Column column, Reason reason, Words words) {
        warnings.add(new Problem(header.nameOf(column), reason, place.then(words)));
    }

    boolean refused() {
        return !refusals.isEmpty();
    }

    /** For a refused row: the refusals first, then what else would have been left out. */
    List<Problem> all() {
        List<Problem> all = new ArrayList<>(refusals);
        all.addAll(warnings);
        return all;
    }

    List<Problem> warnings() {
        return warnings;
    }
}
