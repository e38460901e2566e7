package com.callfloor.dialer.local;

import java.io.IOException;
import java.net.DatagramSocket;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FreePortsTest {

    @Test
    void aPortThatIsTakenForUdpIsPassedOver() throws IOException {
        int first = new FreePorts(new Random(5)).next();

        try (DatagramSocket taken = new DatagramSocket(first)) {
            assertThat(new FreePorts(new Random(5)).next()).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void noPortIsGivenTwiceAndNoneIsOneOfTheKernels() {
        FreePorts ports = new FreePorts(new Random(5));

        assertThat(Stream.generate(ports::next).limit(50).toList()).doesNotHaveDuplicates()
                .allMatch(port -> port < 32_768);
    }
}
