package com.callfloor.dialer.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.callfloor.dialer.testing.BrowserSeat;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;

/** A headless Chromium: the one that {@code FLOOR_CHROMIUM} names, else Debian's. */
public final class Chromium implements AutoCloseable {
    private static final List<String> FLAGS = List.of("--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--autoplay-policy=no-user-gesture-required");

    private static final double PATIENCE_MS = 20_000;

    private final Playwright playwright;
    private final Browser browser;

    /** Starts it; a window of its own for each person. */
    public Chromium() {
        this(List.of());
    }

    /** One whose microphone hears this sound over and over, and may be used without being asked. */
    public static Chromium hearing(Path wav) {
        return new Chromium(List.of("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
                "--use-file-for-fake-audio-capture=" + wav, "--allow-loopback-in-peer-connection"));
    }

    /** One with a microphone, that takes any certificate. */
    public static Chromium trusting() {
        return new Chromium(List.of("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream",
                "--allow-loopback-in-peer-connection", "--ignore-certificate-errors"));
    }

    private Chromium(List<String> more) {
        BrowserSeat.take();
        playwright = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Path executable = Path
                .of(Optional.ofNullable(System.getenv("FLOOR_CHROMIUM")).orElse("/usr/bin/chromium"));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        browser = playwright.chromium()
                .launch(new LaunchOptions().setExecutablePath(executable)
                        .setArgs(Stream.concat(FLAGS.stream(), more.stream()).toList()));
    }

    /** A fresh window of a floor's usual screen; {@code language} is what the browser asks for, such as en-GB. */
    ConsolePage window(Stage stage, String language, ColorScheme scheme) {
        return new ConsolePage(stage, page(language, scheme));
    }

    /** In English, in daylight. */
    public Page page() {
        return page("en-GB", ColorScheme.LIGHT);
    }

    /** The same, for a floor that is no stage. */
    public Page page(String language, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale(language)
                .setTimezoneId("Asia/Shanghai")
                .setColorScheme(scheme)
                .setViewportSize(1366, 768));
        context.setDefaultTimeout(PATIENCE_MS);
        return context.newPage();
    }

    ConsolePage english(Stage stage) {
        return window(stage, "en-GB", ColorScheme.LIGHT);
    }

    @Override
    public void close() {
        playwright.close();
        BrowserSeat.leave();
    }
}
