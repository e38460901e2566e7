package com.callfloor.dialer.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import com.callfloor.dialer.staff.Role;
import com.callfloor.dialer.supervision.FloorChange;
import com.callfloor.dialer.supervision.ScreenPop;
import com.callfloor.dialer.web.feed.FeedSettings;
import com.callfloor.dialer.web.testing.FeedReader;
import com.callfloor.dialer.web.testing.Samples;
import com.callfloor.dialer.web.testing.WebFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FeedLifeTest {
    private static final Duration SELDOM = Duration.ofMinutes(1);
    private static final Duration OFTEN = Duration.ofSeconds(1);

    @TempDir
    private Path folder;
    private Optional<WebFixture> started = Optional.empty();

    @AfterEach
    void stop() {
        started.ifPresent(WebFixture::close);
    }

    @Test
    void aSlowReaderFindsEveryPopWhenItReadsOnAndHoldsUpNobody() {
        WebFixture web = start(SELDOM);
        FeedReader slow = FeedReader.lazy(web, web.as(Role.AGENT));
        awaitConnections(web, 1);
        for (int pop = 0; pop < 60; pop++) {
            web.floor.tell(new FloorChange.ScreenPopped(Samples.LI, large()));
        }
        FeedReader other = FeedReader.open(web, web.as(Role.AGENT));
        other.awaitMessages(1);
        web.floor.tell(new FloorChange.ScreenPopped(Samples.LI, Samples.pop(4, true)));
        other.awaitMessages(2);
        assertThat(slow.messages).isEmpty();

        slow.read();

        await().atMost(Duration.ofSeconds(20)).until(() -> slow.of("screen_pop").size() == 61);
    }

    @Test
    void aReaderWhoNeverReadsIsCutOffAndItsBacklogWithIt() {
        WebFixture web = start(OFTEN);
        FeedReader deaf = FeedReader.lazy(web, web.as(Role.AGENT));
        awaitConnections(web, 1);
        for (int pop = 0; pop < 60; pop++) {
            web.floor.tell(new FloorChange.ScreenPopped(Samples.LI, large()));
        }

        awaitConnections(web, 0);
        assertThat(deaf.messages).isEmpty();
    }

    @Test
    void aReaderWithTooMuchWaitingIsCutOffBeforeAnyPingIsMissed() {
        WebFixture web = start(SELDOM);
        FeedReader.lazy(web, web.as(Role.AGENT));
        awaitConnections(web, 1);
        for (int pop = 0; pop < 400; pop++) {
            web.floor.tell(new FloorChange.ScreenPopped(Samples.LI, large()));
        }

        awaitConnections(web, 0);
    }

    @Test
    void aReaderWhoReadsAnswersPingsAndStays() {
        WebFixture web = start(OFTEN);
        FeedReader agent = FeedReader.open(web, web.as(Role.AGENT));
        agent.awaitMessages(1);
        int asked = web.staff.asked();

        await().atMost(Duration.ofSeconds(20)).until(() -> web.staff.asked() >= asked + 4);
        web.floor.tell(new FloorChange.ScreenPopped(Samples.LI, Samples.pop(3, true)));

        agent.awaitMessages(2);
    }

    @Test
    void signingOutClosesTheFeedsOfThatSessionAtOnceAndNoOthers() {
        WebFixture web = start(SELDOM);
        FeedReader agent = FeedReader.open(web, web.as(Role.AGENT));
        FeedReader supervisor = FeedReader.open(web, web.as(Role.SUPERVISOR));
        agent.awaitMessages(1);
        supervisor.awaitMessages(4);

        web.as(Role.AGENT).send("DELETE", "/api/session", new byte[0]);

        assertThat(agent.closeCode()).isEqualTo(4401);
        web.floor.tell(new FloorChange.FloorChanged());
        supervisor.awaitMessages(5);
    }

    @Test
    void aSessionThatExpiresClosesItsFeed() {
        WebFixture web = start(OFTEN);
        FeedReader agent = FeedReader.open(web, web.as(Role.AGENT));
        agent.awaitMessages(1);

        web.clock.advance(Duration.ofHours(12));

        assertThat(agent.closeCode()).isEqualTo(4401);
    }

    @Test
    void anAwayDirectoryClosesNoFeed() {
        WebFixture web = start(OFTEN);
        FeedReader agent = FeedReader.open(web, web.as(Role.AGENT));
        agent.awaitMessages(1);
        web.staff.away = true;
        web.clock.advance(Duration.ofHours(1));
        int asked = web.staff.asked();

        await().atMost(Duration.ofSeconds(20)).until(() -> web.staff.asked() >= asked + 3);
        web.floor.tell(new FloorChange.ScreenPopped(Samples.LI, Samples.pop(3, true)));

        agent.awaitMessages(2);
    }

    @Test
    void aDialerThatStopsSaysSo() {
        WebFixture web = start(SELDOM);
        FeedReader agent = FeedReader.open(web, web.as(Role.AGENT));
        agent.awaitMessages(1);

        web.stop();

        assertThat(agent.closeCode()).isEqualTo(1001);
    }

    @Test
    void aDialerStopsAlthoughAReaderNeverReads() {
        WebFixture web = start(SELDOM);
        FeedReader deaf = FeedReader.lazy(web, web.as(Role.AGENT));
        awaitConnections(web, 1);
        for (int pop = 0; pop < 60; pop++) {
            web.floor.tell(new FloorChange.ScreenPopped(Samples.LI, large()));
        }

        web.stop();

        assertThat(deaf.messages).isEmpty();
    }

    private WebFixture start(Duration keepAlive) {
        WebFixture web = new WebFixture(folder, new FeedSettings(Duration.ofMillis(250), keepAlive, 40));
        started = Optional.of(web);
        await().until(web.floor::heard);
        return web;
    }

    private static void awaitConnections(WebFixture web, int count) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> web.anonymous()
                        .get("/metrics")
                        .text()
                        .contains("callfloor_feed_connections " + count + ".0"));
    }

    /** 100 kB: sixty of them fill every buffer between server and page. */
    private static ScreenPop large() {
        ScreenPop pop = Samples.pop(3, true);
        return new ScreenPop(pop.attempt(), pop.answeredAt(), true, "x".repeat(100_000), pop.purpose(),
                pop.card(), null, null, null, null);
    }
}
