-- Which arm of an experiment a person is in, for good. No foreign key to debtors: it would lock their rows out of turn.
CREATE TABLE experiment_arms (
    debtor_id   BIGINT       NOT NULL,
    experiment  VARCHAR(50)  NOT NULL,
    arm         VARCHAR(50)  NOT NULL,
    -- Every arm with its weight at that time, such as usual=1,soft=1: what share of the people was to be expected in each.
    weights     VARCHAR(500) NOT NULL,
    -- The floor's day.
    assigned_on DATE         NOT NULL,
    PRIMARY KEY (debtor_id, experiment),
    KEY experiment_arms_of (experiment, arm)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
