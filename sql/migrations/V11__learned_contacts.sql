-- What a floor learns about numbers: whom each attempt was made to, and when by the debtor's clock. Null in attempts of
-- before, which teach nothing about roles and hours.

ALTER TABLE attempts
    -- As the number was listed then.
    ADD COLUMN role      VARCHAR(10) NULL,
    -- The first of two hours of the debtor's day. Null where the zones that the debtor may be in disagree.
    ADD COLUMN hour_band TINYINT     NULL,
    -- Saturday or Sunday there.
    ADD COLUMN weekend   BOOLEAN     NULL,
    ADD CONSTRAINT attempts_role CHECK (role IN ('mobile', 'home', 'work', 'contact')),
    ADD CONSTRAINT attempts_hours CHECK (hour_band BETWEEN 0 AND 22 AND (hour_band IS NULL) = (weekend IS NULL));
