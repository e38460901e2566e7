package com.callfloor.recorder.remote;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import com.callfloor.recorder.audio.DebtorSide;
import com.callfloor.recorder.service.RecorderSettings;

/** Makes settings of a configuration, or says what is wrong with it. */
final class RemoteSettingsReader {
    private static final Set<String> KEYS = Set.of("dialer_url", "allow_plain_http", "token", "token_file", "spool",
            "debtor_side", "poll_seconds", "parallelism", "missing_after_seconds");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

    private RemoteSettingsReader() {}

    static RemoteSettings read(Optional<Path> file, Map<String, String> env) throws ConfigException {
        Config config = Config.read(file, env, KEYS);
        return new RemoteSettings(dialer(config), token(config), spool(config), debtorSide(config),
                Duration.ofSeconds(config.number("poll_seconds", 5, 1, 3_600)),
                (int) config.number("parallelism", 2, 1, 64),
                Duration.ofSeconds(config.number("missing_after_seconds",
                        RecorderSettings.DEFAULT_MISSING_AFTER.toSeconds(), 1, 86_400)));
    }

    private static URI dialer(Config config) throws ConfigException {
        String text = config.required("dialer_url");
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw Config.wrong("dialer_url", "is '" + text + "', which is no address");
        }
        boolean plain = "http".equals(uri.getScheme());
        if ((!plain && !"https".equals(uri.getScheme())) || uri.getHost() == null) {
            throw Config.wrong("dialer_url", "is '" + text + "'; give one such as https://dialer.example:8443");
        }
        if (plain && !LOOPBACK.contains(uri.getHost()) && !config.value("allow_plain_http").orElse("").equals("true")) {
            throw Config.wrong("dialer_url", "would send recordings and the token unencrypted to " + uri.getHost()
                    + "; use https, or set allow_plain_http to true on a network that is encrypted otherwise");
        }
        return uri;
    }

    private static String token(Config config) throws ConfigException {
        Optional<String> given = config.value("token");
        String token = given.isPresent() ? given.get() : tokenFrom(config.required("token_file"));
        if (!TOKEN.matcher(token).matches()) {
            throw Config.wrong("token", "holds blanks or characters that no token has, or nothing");
        }
        return token;
    }

    private static String tokenFrom(String file) throws ConfigException {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException | InvalidPathException e) {
            throw Config.wrong("token_file", "names " + file + ", which cannot be read");
        }
    }

    private static Path spool(Config config) throws ConfigException {
        Path spool;
        try {
            spool = Path.of(config.required("spool"));
        } catch (InvalidPathException e) {
            throw Config.wrong("spool", "is no path: " + e.getReason());
        }
        if (!Files.isDirectory(spool) || !Files.isWritable(spool)) {
            throw Config.wrong("spool", "names " + spool + ", which is no folder that this user can write in");
        }
        return spool;
    }

    private static DebtorSide debtorSide(Config config) throws ConfigException {
        String side = config.value("debtor_side").orElse("left");
        return switch (side) {
            case "left" -> DebtorSide.LEFT;
            case "right" -> DebtorSide.RIGHT;
            default -> throw Config.wrong("debtor_side", "is '" + side + "'; give left or right");
        };
    }
}
