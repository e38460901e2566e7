package com.callfloor.dialer.web;

import java.util.List;

import com.callfloor.dialer.rules.PackChoice.Assignments;
import com.callfloor.dialer.setup.Calendars;
import com.callfloor.dialer.setup.ConfigText;
import com.callfloor.dialer.setup.ConfiguredValue;
import com.callfloor.dialer.setup.Lenders;

/**
 * How the floor is set up, for people to read.
 *
 * @param values of floor.yaml
 * @param texts other files
 */
public record SetupParts(List<ConfiguredValue> values, List<ConfigText> texts, Lenders lenders, Calendars calendars,
        Assignments assignments) {
    public SetupParts {
        values = List.copyOf(values);
        texts = List.copyOf(texts);
    }
}
