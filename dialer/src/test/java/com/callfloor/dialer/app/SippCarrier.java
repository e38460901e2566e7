package com.callfloor.dialer.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import com.callfloor.dialer.local.FreePorts;
import com.callfloor.dialer.local.SipAddress;

import static java.util.Objects.requireNonNull;

/** A carrier that shares nothing with our PBX: SIPp, whose debtors ring, answer and say the same sound again and again. */
final class SippCarrier implements AutoCloseable {
    private final FreePorts ports = new FreePorts(new Random());
    private final SipAddress address = new SipAddress("127.0.0.1", ports.next());
    private final Process process;

    /**
     * @param folder of its scenario, sound and log
     * @param alaw what each debtor says from the moment of the answer on, G.711 A-law, 8 kHz
     */
    SippCarrier(Path folder, byte[] alaw) throws IOException {
        Path sound = Files.write(folder.resolve("debtor.alaw"), alaw);
        Path scenario = Files.writeString(folder.resolve("debtor.xml"),
                template().replace("{{sound}}", sound.toString()));
        process = new ProcessBuilder("sipp", "-sf", scenario.toString(), "-i", address.host(), "-mi",
                address.host(), "-p", Integer.toString(address.port()), "-nostdin", "-trace_err",
                "-error_file", folder.resolve("errors.log").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sipp.log").toFile())
                .start();
    }

    private static String template() throws IOException {
        try (var scenario = requireNonNull(SippCarrier.class.getResourceAsStream("/sipp/debtor.xml"))) {
            return new String(scenario.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    SipAddress address() {
        return address;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        ports.close();
    }
}
