package com.callfloor.dialer.console;

import java.io.IOException;
import java.time.Instant;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;

/** Scenarios of one page, each on a fresh stage and in a fresh window, in English; they share a browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PageScenario {
    final Cast cast = new Cast(Instant.now());
    Stage stage;
    ConsolePage console;

    final Chromium chromium = new Chromium();

    PageScenario() throws IOException {
        stage = new Stage();
        console = chromium.english(stage);
    }

    @AfterEach
    void freshStage() throws IOException {
        console.close();
        stage.close();
        stage = new Stage();
        console = chromium.english(stage);
    }

    @AfterAll
    void close() throws IOException {
        stage.close();
        chromium.close();
    }
}
