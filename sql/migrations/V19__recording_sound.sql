-- What a recording is kept as, what sound it is of, and who speaks when in it. Everything kept before this is WAV.
ALTER TABLE recordings
    -- opus, flac, wav
    ADD COLUMN format             VARCHAR(8) NULL AFTER object_key,
    -- Of the frames as they were recorded, debtor left, whatever form they are kept in.
    ADD COLUMN pcm_sha256         CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL AFTER sha256,
    -- 8,000 a second: the length to the sample.
    ADD COLUMN frames             BIGINT NULL AFTER length_ms,
    ADD COLUMN debtor_talk_ms     BIGINT NULL,
    ADD COLUMN agent_talk_ms      BIGINT NULL,
    ADD COLUMN overlap_ms         BIGINT NULL,
    ADD COLUMN silence_ms         BIGINT NULL,
    ADD COLUMN longest_silence_ms BIGINT NULL,
    -- When each side is first heard to speak; empty if never.
    ADD COLUMN debtor_first_ms    BIGINT NULL,
    ADD COLUMN agent_first_ms     BIGINT NULL;

UPDATE recordings SET format = 'wav', frames = GREATEST(0, (bytes - 44) DIV 4) WHERE state = 'stored';

-- Peaks and marks as GET /api/recordings/ID/waveform gives them: gzip of JSON, some 3 kB a minute.
CREATE TABLE recording_marks (
    attempt_id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    waveform   MEDIUMBLOB NOT NULL,
    CONSTRAINT recording_marks_recording FOREIGN KEY (attempt_id) REFERENCES recordings (attempt_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
