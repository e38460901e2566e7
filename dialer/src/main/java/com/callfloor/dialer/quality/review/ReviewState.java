package com.callfloor.dialer.quality.review;

import java.time.Instant;

/** Where a review stands; each state says since when and by whom. */
public sealed interface ReviewState {
    /** Its one name in SQL and API. */
    String code();

    Person by();

    Instant since();

    record Draft(Person by, Instant since) implements ReviewState {
        @Override
        public String code() {
            return "draft";
        }
    }

    /** The agent sees it from now on; corrected ones are in this state again. */
    record Submitted(Person by, Instant since) implements ReviewState {
        @Override
        public String code() {
            return "submitted";
        }
    }

    record Acknowledged(Person by, Instant since) implements ReviewState {
        @Override
        public String code() {
            return "acknowledged";
        }
    }

    record Appealed(Person by, Instant since, String text) implements ReviewState {
        @Override
        public String code() {
            return "appealed";
        }
    }

    /** Final. */
    record Upheld(Person by, Instant since, String why) implements ReviewState {
        @Override
        public String code() {
            return "upheld";
        }
    }

    /** Final. */
    record Changed(Person by, Instant since, String why) implements ReviewState {
        @Override
        public String code() {
            return "changed";
        }
    }

    /** The state that a step leads to. */
    static ReviewState after(Step step) {
        return switch (step.kind()) {
            case OPENED -> new Draft(step.by(), step.at());
            case SUBMITTED, CORRECTED -> new Submitted(step.by(), step.at());
            case ACKNOWLEDGED -> new Acknowledged(step.by(), step.at());
            case APPEALED -> new Appealed(step.by(), step.at(), step.text().orElse(""));
            case UPHELD -> new Upheld(step.by(), step.at(), step.text().orElse(""));
            case CHANGED -> new Changed(step.by(), step.at(), step.text().orElse(""));
        };
    }
}
