-- Several campaigns pick their cases apart, so the order of picking begins with the campaign.
ALTER TABLE cases DROP INDEX cases_due, ADD KEY cases_due (campaign_id, state, next_call_at, id);

-- Which cases each campaign takes, as the configuration had it at the last start: the first row that fits counts.
CREATE TABLE campaign_takes (
    position    INT          NOT NULL PRIMARY KEY,
    campaign_id BIGINT       NOT NULL,
    -- Null: any.
    lender      VARCHAR(500) NULL,
    product     VARCHAR(500) NULL,
    CONSTRAINT campaign_takes_campaign FOREIGN KEY (campaign_id) REFERENCES campaigns (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO campaign_takes (position, campaign_id, lender, product) VALUES (0, 1, NULL, NULL);
