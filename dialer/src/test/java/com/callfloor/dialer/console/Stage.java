package com.callfloor.dialer.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.staff.Tokens;
import com.callfloor.dialer.testing.CuttableWire;
import com.callfloor.dialer.web.feed.FeedSettings;
import com.callfloor.dialer.web.testing.FakeAlerts;
import com.callfloor.dialer.web.testing.FakeArchive;
import com.callfloor.dialer.web.testing.FakeFloor;
import com.callfloor.dialer.web.testing.FakeOutcomes;
import com.callfloor.dialer.web.testing.FakeRecordings;
import com.callfloor.dialer.web.testing.FakeReviews;
import com.callfloor.dialer.web.testing.FakeRulesBooks;
import com.callfloor.dialer.web.testing.FakeStaff;
import com.callfloor.dialer.web.testing.FakeStrategies;
import com.callfloor.dialer.web.testing.FakeTeams;
import com.callfloor.dialer.web.testing.WebFixture;

/** The real web server with a scripted floor behind it, reached through a wire that a test can cut. */
final class Stage implements AutoCloseable {
    /** Browser, server and the other tests may share two cores. */
    private static final Duration BUSY_MACHINE = Duration.ofSeconds(10);

    private final Path uploads;
    private final WebFixture web;
    final CuttableWire wire;

    Stage() throws IOException {
        uploads = Files.createTempDirectory("console-uploads");
        web = new WebFixture(uploads, FeedSettings.USUAL, BUSY_MACHINE);
        wire = new CuttableWire(web.port);
    }

    String address(String path) {
        return "http://127.0.0.1:" + wire.port() + path;
    }

    FakeFloor floor() {
        return web.floor;
    }

    FakeRecordings recordings() {
        return web.recordings;
    }

    FakeAlerts alerts() {
        return web.alerts;
    }

    FakeReviews reviews() {
        return web.reviews;
    }

    FakeRulesBooks rules() {
        return web.rules;
    }

    FakeStrategies strategies() {
        return web.strategies;
    }

    FakeTeams teams() {
        return web.teams;
    }

    FakeOutcomes outcomes() {
        return web.outcomes;
    }

    FakeStaff staff() {
        return web.staff;
    }

    FakeArchive archive() {
        return web.archive;
    }

    /** The server forgets every session, as it does after twelve hours. */
    void forgetSessions() {
        web.staff.sessions.clear();
    }

    /** Opens a session for the user of this role and returns its token. */
    String session(Role role) {
        String token = UUID.randomUUID().toString();
        web.staff.openSession(Tokens.hash(token), userId(role), web.clock.instant(),
                web.clock.instant().plus(Duration.ofHours(12)));
        return token;
    }

    long userId(Role role) {
        return web.user(role).id();
    }

    @Override
    public void close() throws IOException {
        wire.close();
        web.close();
        try (Stream<Path> left = Files.walk(uploads)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
