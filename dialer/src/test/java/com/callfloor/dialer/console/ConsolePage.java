package com.callfloor.dialer.console;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.web.testing.WebFixture;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ScreenshotAnimations;

/** A window of the console, in the words of who sits before it. */
final class ConsolePage implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    final Page page;
    private final Stage stage;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    ConsolePage(Stage stage, Page page) {
        this.stage = stage;
        this.page = page;
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
    }

    ConsolePage open(String path) {
        page.navigate(stage.address(path));
        return this;
    }

    /** Comes with a session: the password's slow hash is the sign-in page's own test. */
    ConsolePage signIn(Role role) {
        page.context()
                .addCookies(List.of(new Cookie("callfloor_session", stage.session(role)).setUrl(stage.address("/"))));
        return open("/");
    }

    ConsolePage enter(Role role) {
        return enter(role, WebFixture.PASSWORD);
    }

    ConsolePage enter(Role role, String password) {
        page.locator("#login").fill(role.code());
        page.locator("#password").fill(password);
        page.keyboard().press("Enter");
        return this;
    }

    /** The part that its developers named so for tests. */
    Locator part(String name) {
        return page.locator("[data-test='" + name + "']");
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** What the browser complained of: script errors, warnings, breaches of the content security policy. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED));
    }

    @Override
    public void close() {
        page.context().close();
    }
}
