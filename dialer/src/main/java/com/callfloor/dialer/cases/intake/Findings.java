package com.callfloor.dialer.cases.intake;

import java.util.ArrayList;
import java.util.List;

/** What is found wrong with one row while it is cleaned. */
final class Findings {
    private final Header header;
    private final String place;
    private final List<Problem> refusals = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    /** @param place put before every message: which sheet it is about; usually empty */
    Findings(Header header, String place) {
        this.header = header;
        this.place = place;
    }

    /** The row is bad. */
    void refuse(Column column, Reason reason, String message) {
        refusals.add(new Problem(header.nameOf(column), reason, place + message));
    }

    /** The row as a whole is bad. */
    void refuse(Reason reason, String message) {
        refusals.add(new Problem("", reason, place + message));
    }

    /** The row stays good; the value was left out or altered. */
    void warn(Column column, Reason reason, String message) {
        warnings.add(new Problem(header.nameOf(column), reason, place + message));
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
