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
        int first = onlyOne();

        try (DatagramSocket taken = new DatagramSocket(first)) {
            assertThat(onlyOne()).isNotEqualTo(taken.getLocalPort());
        }
    }

    private static int onlyOne() {
        try (var ports = new FreePorts(new Random(5))) {
            return ports.next();
        }
    }

    @Test
    void aPortThatAnotherFinderGaveIsPassedOverUntilThatOneIsClosed() {
        int port;
        try (var here = new FreePorts(new Random(5))) {
            port = here.next();
            assertThat(onlyOne()).isNotEqualTo(port);
        }

        assertThat(onlyOne()).isEqualTo(port);
    }

    @Test
    void noPortIsGivenTwiceAndNoneIsOneOfTheKernels() {
        try (var ports = new FreePorts(new Random(5))) {
            assertThat(Stream.generate(ports::next).limit(50).toList()).doesNotHaveDuplicates()
                    .allMatch(port -> port < 32_768);
        }
    }
}
