package com.callfloor.dialer.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

import com.callfloor.dialer.agents.BrowserPhones;
import com.callfloor.dialer.config.ConfigProblem;
import com.callfloor.dialer.config.FloorConfig;
import com.callfloor.dialer.web.phone.PhoneLine;

/** Reads where phones in browsers reach the PBX, and which they are. */
final class PhoneLineReader {
    private PhoneLineReader() {}

    /** As the configuration has it; empty if it names no address. */
    static Optional<PhoneLine> read(FloorConfig config) throws ConfigProblem {
        var section = config.agents().browserPhones();
        if (section.url().isEmpty()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(section.url());
            if (uri.getHost() == null || !List.of("ws", "wss").contains(uri.getScheme())) {
                throw new ConfigProblem("agents.browser_phones.url must be the PBX's WebSocket, such as"
                        + " ws://10.0.0.5:8088/ws, not " + section.url());
            }
            return Optional.of(new PhoneLine(uri, new BrowserPhones(section.prefix())));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new ConfigProblem("agents.browser_phones: " + e.getMessage());
        }
    }
}
