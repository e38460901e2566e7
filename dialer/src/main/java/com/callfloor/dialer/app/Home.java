package com.callfloor.dialer.app;

import java.nio.file.Path;

/** The checkout that the floor runs from. State lives under {@code var/}, configuration under {@code config/}. */
record Home(Path root) {
    private static final String PROPERTY = "floor.home";

    static Home found() {
        return new Home(Path.of(System.getProperty(PROPERTY, ".")).toAbsolutePath().normalize());
    }

    Path var() {
        return root.resolve("var");
    }

    Path configFile() {
        return root.resolve("config").resolve("floor.yaml");
    }

    Path rulePacks() {
        return root.resolve("config").resolve("rules");
    }

    /** The floor's own dispositions. */
    Path dispositions() {
        return root.resolve("config").resolve("dispositions.yaml");
    }

    /** How each lender writes its files. */
    Path lenders() {
        return root.resolve("config").resolve("lenders");
    }

    /** Rows that could not be imported, a file for each import that had any. */
    Path rejects() {
        return var().resolve("imports");
    }

    Path calendars() {
        return root.resolve("config").resolve("calendars");
    }

    Path scripts() {
        return root.resolve("config").resolve("scripts");
    }

    /** Templates of messages. */
    Path messages() {
        return root.resolve("config").resolve("messages");
    }

    Path strategies() {
        return root.resolve("config").resolve("strategies");
    }

    Path scorecards() {
        return root.resolve("config").resolve("scorecards");
    }

    /** What is looked for in transcripts. */
    Path phrases() {
        return root.resolve("config").resolve("phrases");
    }

    /** How calls are chosen for review. */
    Path quality() {
        return root.resolve("config").resolve("quality.yaml");
    }

    Path sampleCases() {
        return root.resolve("sql").resolve("sample").resolve("cases.csv");
    }

    /** The newest entry of the decisions' chain, apart from the database. */
    Path decisionLogHead() {
        return var().resolve("decision-log.head");
    }

    /** The newest entry of the recordings' chain, apart from the database. */
    Path recordingsHead() {
        return var().resolve("recordings.head");
    }

    /** How far a demo's simulated clock is. */
    Path demoClock() {
        return var().resolve("demo-clock");
    }

    Path apiToken() {
        return var().resolve("api-token");
    }

    /** A path of the configuration, which may be relative to the checkout. */
    Path resolve(String path) {
        return root.resolve(path).normalize();
    }
}
