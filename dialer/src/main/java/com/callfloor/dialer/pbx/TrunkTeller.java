package com.callfloor.dialer.pbx;

import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import com.callfloor.dialer.floor.PbxEvent;
import org.asteriskjava.manager.event.ContactStatusEvent;
import org.asteriskjava.manager.event.DeviceStateChangeEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.event.RegistryEvent;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether the far sides of trunks answer: what the PBX finds out with OPTIONS, where it is configured to ask, and
 * registrations with carriers. Phones have numbers for names and are left out. Confined to the dispatch thread.
 */
final class TrunkTeller {
    private static final String PJSIP = "PJSIP/";
    private static final String UNAVAILABLE = "UNAVAILABLE";
    private static final Pattern PHONE = Pattern.compile("[0-9]+");

    private final InstantSource clock;
    private final Consumer<PbxEvent> floor;

    TrunkTeller(InstantSource clock, Consumer<PbxEvent> floor) {
        this.clock = clock;
        this.floor = floor;
    }

    void translate(ManagerEvent event) {
        switch (event) {
            case ContactStatusEvent contact -> contact(contact);
            case RegistryEvent registry -> registry(registry);
            // Only in answer to DeviceStateList, after a connect: nothing else tells what went away before.
            case DeviceStateChangeEvent device -> device(device);
            default -> {
            }
        }
    }

    private void contact(ContactStatusEvent event) {
        Optional<Boolean> reachable = switch (Objects.requireNonNullElse(event.getContactStatus(), "")) {
            case "Reachable", "Created", "NonQualified", "Removed" -> Optional.of(true);
            case "Unreachable" -> Optional.of(false);
            default -> Optional.empty();
        };
        reachable.ifPresent(answers -> told(event.getEndpointName(), Objects.requireNonNullElse(event.getUri(), ""),
                answers));
    }

    private void device(DeviceStateChangeEvent event) {
        String device = Objects.requireNonNullElse(event.getDevice(), "");
        if (device.startsWith(PJSIP) && UNAVAILABLE.equals(event.getState())) {
            told(device.substring(PJSIP.length()), "", false);
        }
    }

    private void told(@Nullable String endpoint, String contact, boolean reachable) {
        if (endpoint != null && !PHONE.matcher(endpoint).matches()) {
            floor.accept(new PbxEvent.TrunkReach(clock.instant(), endpoint, contact, reachable));
        }
    }

    private void registry(RegistryEvent event) {
        String server = Objects.requireNonNullElse(event.getDomain(), "");
        String status = Objects.requireNonNullElse(event.getStatus(), "");
        boolean registered = RegistryEvent.STATUS_REGISTERED.equals(status);
        // While the PBX is asking, the old answer holds.
        if (registered || !status.contains("Sent")) {
            floor.accept(new PbxEvent.TrunkRegistration(clock.instant(), server, registered, status));
        }
    }
}
