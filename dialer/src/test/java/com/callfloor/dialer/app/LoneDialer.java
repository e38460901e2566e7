package com.callfloor.dialer.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

import com.callfloor.dialer.config.ConfigFile;
import com.callfloor.dialer.pbx.PbxSettings;
import com.callfloor.dialer.pbx.PbxTimings;
import com.callfloor.dialer.store.DatabaseSettings;

/** A dialer in a JVM of its own, to be killed: database, PBX and clock are those of the test, named in a file. */
final class LoneDialer {
    private static final String SERVES = "serves ";
    private static final String SETTING = "setting.";

    private LoneDialer() {}

    /** Ends the JVM with 1 if the dialer does not start, whatever threads there are by then. */
    public static void main(String[] args) {
        try {
            serve(Path.of(args[0]));
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void serve(Path file) throws Exception {
        var written = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            written.load(reader);
        }
        var home = new Home(Path.of(written.getProperty("home")));
        var settings = new HashMap<String, String>();
        written.stringPropertyNames()
                .stream()
                .filter(name -> name.startsWith(SETTING))
                .forEach(name -> settings.put(name.substring(SETTING.length()), written.getProperty(name)));
        var config = new ConfigFile().read(home.configFile(), settings);
        var database = new DatabaseSettings(written.getProperty("jdbc"), written.getProperty("user"),
                written.getProperty("password"), config.database().pool());
        var pbx = new PbxSettings("127.0.0.1", Integer.parseInt(written.getProperty("manager.port")),
                written.getProperty("manager.user"), written.getProperty("manager.secret"), false,
                PbxSettings.DEBTOR_CONTEXT, PbxSettings.AGENT_CONTEXT, PbxTimings.USUAL);
        Clock clock = new OffsetClock(Clock.systemUTC(), Duration.parse(written.getProperty("ahead")));
        var parts = new DialerParts(home, config, pbx, Optional.ofNullable(written.getProperty("spool")).map(Path::of),
                clock, true, Optional.empty());
        var dialer = new Dialer(parts, Books.open(home, config, database, clock));
        System.out.println(SERVES + dialer.address);
        Thread.currentThread().join();
    }

    /** Waits until it serves, and tells where. */
    static URI address(Process started) throws IOException {
        BufferedReader out = started.inputReader(StandardCharsets.UTF_8);
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(SERVES)) {
                return URI.create(line.substring(SERVES.length()));
            }
        }
        throw new IOException("the dialer ended before it served; see lone-dialer.err");
    }

    /** Starts one over these parts, with the recorder in it. */
    static Process start(FloorParts parts) throws IOException {
        return start(parts, Optional.of(parts.pbx.recordings()));
    }

    /** Starts one over these parts; without a spool its recorder is elsewhere. */
    static Process start(FloorParts parts, Optional<Path> spool) throws IOException {
        Path file = parts.home.var().resolve("lone-dialer.properties");
        var manager = parts.pbx.manager();
        var written = new Properties();
        written.putAll(Map.of("home", parts.home.root().toString(), "jdbc", parts.database.jdbcUrl(), "user",
                parts.database.user(), "password", parts.database.password(), "manager.port",
                Integer.toString(manager.port()), "manager.user", manager.user(), "manager.secret", manager.secret(),
                "ahead",
                Duration.between(Clock.systemUTC().instant(), parts.clock.instant()).toString()));
        spool.ifPresent(folder -> written.setProperty("spool", folder.toString()));
        parts.settings.forEach((name, value) -> written.setProperty(SETTING + name, value));
        try (Writer writer = Files.newBufferedWriter(file)) {
            written.store(writer, null);
        }
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        return new ProcessBuilder(java, "-Xmx256m", "-Dfloor.home=" + parts.home.root(),
                "-Dlogback.configurationFile=logback.xml", "-cp", System.getProperty("java.class.path"),
                LoneDialer.class.getName(), file.toString())
                .redirectError(parts.home.var().resolve("lone-dialer.err").toFile())
                .start();
    }
}
