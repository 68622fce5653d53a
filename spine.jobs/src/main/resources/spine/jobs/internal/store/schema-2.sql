-- The structured report of the result: SOP class, SOP instance and series; empty if there is none.
ALTER TABLE job ADD COLUMN IF NOT EXISTS report_class VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE job ADD COLUMN IF NOT EXISTS report_instance VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE job ADD COLUMN IF NOT EXISTS report_series VARCHAR(64) DEFAULT '' NOT NULL;
