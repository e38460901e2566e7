-- Reviews of recorded calls, the samples they come from, calibration, and what was said.

-- Every version of a scorecard, sampling plan or phrase list; what was judged by it refers to it.
CREATE TABLE quality_texts (
    id            BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    kind          VARCHAR(20)  NOT NULL,
    name          VARCHAR(60)  NOT NULL,
    version       VARCHAR(60)  NOT NULL,
    text          MEDIUMTEXT   NOT NULL,
    sha256        CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    in_force_from DATETIME(6)  NOT NULL,
    CONSTRAINT quality_texts_once UNIQUE (kind, name, version),
    CONSTRAINT quality_texts_kind CHECK (kind IN ('scorecard', 'sampling', 'phrases'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE calibrations (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    attempt_id   CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    card         VARCHAR(60)  NOT NULL,
    card_version VARCHAR(60)  NOT NULL,
    lead_id      BIGINT       NOT NULL,
    opened_at    DATETIME(6)  NOT NULL,
    closed_at    DATETIME(6)  NULL,
    CONSTRAINT calibrations_recording FOREIGN KEY (attempt_id) REFERENCES recordings (attempt_id),
    CONSTRAINT calibrations_lead FOREIGN KEY (lead_id) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- score, passed and failed_by are those of the latest version that was submitted, so that lists and searches need no other table.
CREATE TABLE reviews (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    attempt_id     CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    agent_id       BIGINT       NULL,
    called_at      DATETIME(6)  NOT NULL,
    card           VARCHAR(60)  NOT NULL,
    card_version   VARCHAR(60)  NOT NULL,
    reviewer_id    BIGINT       NOT NULL,
    calibration_id BIGINT       NULL,
    state          VARCHAR(12)  NOT NULL,
    score          DECIMAL(5,2) NULL,
    passed         BOOLEAN      NULL,
    failed_by      VARCHAR(1000) NULL,
    CONSTRAINT reviews_once UNIQUE (attempt_id, reviewer_id, calibration_id),
    KEY reviews_of_agent (agent_id, id),
    KEY reviews_by_call (called_at),
    KEY reviews_by_score (score, attempt_id),
    CONSTRAINT reviews_1_recording FOREIGN KEY (attempt_id) REFERENCES recordings (attempt_id),
    CONSTRAINT reviews_2_agent FOREIGN KEY (agent_id) REFERENCES users (id),
    CONSTRAINT reviews_3_reviewer FOREIGN KEY (reviewer_id) REFERENCES users (id),
    CONSTRAINT reviews_4_calibration FOREIGN KEY (calibration_id) REFERENCES calibrations (id),
    CONSTRAINT reviews_state CHECK (state IN ('draft', 'submitted', 'acknowledged', 'appealed', 'upheld', 'changed')),
    CONSTRAINT reviews_scored CHECK ((state = 'draft') = (score IS NULL) AND (score IS NULL) = (passed IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE review_versions (
    review_id BIGINT       NOT NULL,
    version   INT          NOT NULL,
    made_by   BIGINT       NOT NULL,
    made_at   DATETIME(6)  NOT NULL,
    why       TEXT         NULL,
    summary   TEXT         NULL,
    score     DECIMAL(5,2) NULL,
    passed    BOOLEAN      NULL,
    failed_by VARCHAR(1000) NULL,
    PRIMARY KEY (review_id, version),
    CONSTRAINT review_versions_of FOREIGN KEY (review_id) REFERENCES reviews (id),
    CONSTRAINT review_versions_by FOREIGN KEY (made_by) REFERENCES users (id),
    CONSTRAINT review_versions_why CHECK ((version = 1) = (why IS NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE review_answers (
    review_id BIGINT      NOT NULL,
    version   INT         NOT NULL,
    position  INT         NOT NULL,
    item      VARCHAR(60) NOT NULL,
    answer    VARCHAR(14) NOT NULL,
    points    INT         NULL,
    comment   TEXT        NULL,
    PRIMARY KEY (review_id, version, position),
    CONSTRAINT review_answers_once UNIQUE (review_id, version, item),
    CONSTRAINT review_answers_of FOREIGN KEY (review_id, version) REFERENCES review_versions (review_id, version),
    CONSTRAINT review_answers_answer CHECK (answer IN ('yes', 'no', 'not_applicable', 'points')),
    CONSTRAINT review_answers_points CHECK ((answer = 'points') = (points IS NOT NULL))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE review_notes (
    review_id BIGINT  NOT NULL,
    version   INT     NOT NULL,
    position  INT     NOT NULL,
    at_ms     BIGINT  NOT NULL,
    text      TEXT    NOT NULL,
    for_agent BOOLEAN NOT NULL,
    PRIMARY KEY (review_id, version, position),
    CONSTRAINT review_notes_of FOREIGN KEY (review_id, version) REFERENCES review_versions (review_id, version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE review_steps (
    review_id BIGINT      NOT NULL,
    position  INT         NOT NULL,
    kind      VARCHAR(12) NOT NULL,
    by_id     BIGINT      NOT NULL,
    at        DATETIME(6) NOT NULL,
    text      TEXT        NULL,
    PRIMARY KEY (review_id, position),
    CONSTRAINT review_steps_of FOREIGN KEY (review_id) REFERENCES reviews (id),
    CONSTRAINT review_steps_by FOREIGN KEY (by_id) REFERENCES users (id),
    CONSTRAINT review_steps_kind CHECK (kind IN
        ('opened', 'submitted', 'corrected', 'acknowledged', 'appealed', 'upheld', 'changed'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE calibration_reviewers (
    calibration_id BIGINT NOT NULL,
    user_id        BIGINT NOT NULL,
    review_id      BIGINT NOT NULL,
    PRIMARY KEY (calibration_id, user_id),
    CONSTRAINT calibration_reviewers_of FOREIGN KEY (calibration_id) REFERENCES calibrations (id),
    CONSTRAINT calibration_reviewers_user FOREIGN KEY (user_id) REFERENCES users (id),
    CONSTRAINT calibration_reviewers_review FOREIGN KEY (review_id) REFERENCES reviews (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The candidates are kept as the very text that was drawn from, a line each, so that a draw can be done again years later.
CREATE TABLE quality_samples (
    id                BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    plan              VARCHAR(60)  NOT NULL,
    plan_version      VARCHAR(60)  NOT NULL,
    week              DATE         NOT NULL,
    per_agent         INT          NOT NULL,
    seed              CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    candidates        LONGTEXT CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    candidates_count  INT          NOT NULL,
    candidates_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    drawn_at          DATETIME(6)  NOT NULL,
    drawn_by          BIGINT       NOT NULL,
    CONSTRAINT quality_samples_once UNIQUE (plan, week),
    CONSTRAINT quality_samples_by FOREIGN KEY (drawn_by) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE quality_picks (
    id          BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    sample_id   BIGINT       NOT NULL,
    attempt_id  CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    agent_id    BIGINT       NOT NULL,
    reasons     VARCHAR(500) NOT NULL,
    reviewer_id BIGINT       NULL,
    review_id   BIGINT       NULL,
    CONSTRAINT quality_picks_once UNIQUE (sample_id, attempt_id),
    KEY quality_picks_open (review_id, reviewer_id, id),
    KEY quality_picks_of (attempt_id),
    CONSTRAINT quality_picks_1_sample FOREIGN KEY (sample_id) REFERENCES quality_samples (id),
    CONSTRAINT quality_picks_2_recording FOREIGN KEY (attempt_id) REFERENCES recordings (attempt_id),
    CONSTRAINT quality_picks_3_agent FOREIGN KEY (agent_id) REFERENCES users (id),
    CONSTRAINT quality_picks_4_reviewer FOREIGN KEY (reviewer_id) REFERENCES users (id),
    CONSTRAINT quality_picks_5_review FOREIGN KEY (review_id) REFERENCES reviews (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What was said is as sensitive as the sound of it.
CREATE TABLE transcripts (
    attempt_id     CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    language       VARCHAR(20)  NOT NULL,
    source         VARCHAR(100) NOT NULL,
    made_at        DATETIME(6)  NOT NULL,
    phrases        VARCHAR(60)  NULL,
    CONSTRAINT transcripts_recording FOREIGN KEY (attempt_id) REFERENCES recordings (attempt_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE transcript_segments (
    attempt_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position   INT        NOT NULL,
    side       VARCHAR(6) NOT NULL,
    from_ms    BIGINT     NOT NULL,
    to_ms      BIGINT     NOT NULL,
    text       TEXT       NOT NULL,
    PRIMARY KEY (attempt_id, position),
    CONSTRAINT transcript_segments_of FOREIGN KEY (attempt_id) REFERENCES transcripts (attempt_id),
    CONSTRAINT transcript_segments_side CHECK (side IN ('agent', 'debtor')),
    CONSTRAINT transcript_segments_order CHECK (from_ms >= 0 AND to_ms >= from_ms)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- kind: a forbidden phrase that was said, or a required one that was not.
CREATE TABLE phrase_hits (
    attempt_id  CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    position    INT         NOT NULL,
    kind        VARCHAR(10) NOT NULL,
    rule        VARCHAR(60) NOT NULL,
    about       VARCHAR(30) NOT NULL,
    at_ms       BIGINT      NULL,
    to_ms       BIGINT      NULL,
    said        TEXT        NULL,
    PRIMARY KEY (attempt_id, position),
    KEY phrase_hits_by_rule (rule, attempt_id),
    KEY phrase_hits_by_kind (kind, attempt_id),
    CONSTRAINT phrase_hits_of FOREIGN KEY (attempt_id) REFERENCES transcripts (attempt_id),
    CONSTRAINT phrase_hits_kind CHECK (kind IN ('forbidden', 'missing', 'said'))
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- What recordings are searched by; ids of attempts sort by time.
ALTER TABLE attempts ADD KEY attempts_by_disposition (disposition, id);

ALTER TABLE recordings ADD KEY recordings_by_length (length_ms, attempt_id);
