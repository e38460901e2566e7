package com.callfloor.dialer.cases;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A case file as it was handed in.
 *
 * @param name the file's own name, without folders
 * @param file where it lies now
 * @param lender the name of a saved mapping, or of a lender that has none; empty: the header tells
 * @param kind empty: as the lender's mapping says, else {@link DeliveryKind#DELTA}
 * @param arrivedAt when the clock began to run; empty: now
 */
public record CaseDelivery(String name, Path file, Optional<String> lender, Optional<DeliveryKind> kind,
        Optional<Instant> arrivedAt) {

    public static CaseDelivery of(String name, Path file) {
        return new CaseDelivery(name, file, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
