package com.callfloor.dialer.local;

import java.io.IOException;
import java.nio.file.Files;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A checkout in a folder whose name is long and has blanks, commas and Chinese characters. */
class OddPathIT {

    @Test
    void thePartsStartAllTheSame() throws IOException {
        String name = "my floor, 第二层 (new)/" + "deep/".repeat(20);
        try (LocalMachine machine = TestMachine.fresh(name);
                Carrier carrier = new Carrier(machine, CarrierSettings.lively(1));
                DatabaseServer database = EmbeddedDatabase.prepare(machine)) {
            carrier.start();
            database.start();

            assertThat(carrier.cli("core show version")).startsWith("Asterisk");
            assertThat(carrier.calls()).isEmpty();
            assertThat(Files.exists(machine.state().resolve("carrier/run/asterisk.ctl"))).isTrue();
        }
    }
}
