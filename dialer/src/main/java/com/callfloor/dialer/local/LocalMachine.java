package com.callfloor.dialer.local;

import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * What every part of a local floor needs of the machine it runs on.
 *
 * @param config the checkout's folder {@code config}
 * @param state where this floor keeps what it writes: {@code var}, or a test's own folder
 * @param tools the programs and sounds that {@code bin/floor} prepared
 * @param secrets this install's passwords
 * @param ports finds free ports
 * @param children starts the processes
 */
public record LocalMachine(Path config, Path state, Tools tools, Secrets secrets, FreePorts ports,
        ChildProcesses children) implements AutoCloseable {

    /**
     * The usual one.
     *
     * @param checkout the folder that holds {@code config} and {@code var}
     * @param state where this floor writes; {@code var} of the checkout, save for tests
     */
    public static LocalMachine of(Path checkout, Path state) {
        Path home = checkout.toAbsolutePath().normalize();
        SecureRandom random = new SecureRandom();
        return new LocalMachine(home.resolve("config"), state.toAbsolutePath().normalize(),
                new Tools(home.resolve("var")), new Secrets(state, random), new FreePorts(random),
                new ChildProcesses());
    }

    /** Ends every process that was started here; their ports are anybody's then. */
    @Override
    public void close() {
        children.close();
        ports.close();
    }
}
