-- A node is a spool folder and the processes that serve it: its id lies in the folder. The columns node of the first version have ids of
-- nodes from now on. Job: the node that has received it, gets its result and sends that; instance: the node that has the file. Empty: of
-- the time before, until a node finds the files in its spool; and of a job of which no node keeps anything any more.

-- Host: for people, and to know which address of the loopback interface leads there. Address: root of its HTTP services; empty without.
-- Certificate: what it proves itself with, PEM; empty without TLS. Secret: for those who fetch and give back. Workers: how many it has.
-- Lease: until when it is taken for alive.
CREATE TABLE IF NOT EXISTS node (
    id VARCHAR(64) PRIMARY KEY,
    process VARCHAR(256) NOT NULL,
    host VARCHAR(256) NOT NULL,
    address VARCHAR(512) NOT NULL,
    certificate VARCHAR(16384) NOT NULL,
    secret VARCHAR(256) NOT NULL,
    workers INT NOT NULL,
    lease BIGINT NOT NULL
);

-- Whether images of the job may lie at another node than that of the job.
ALTER TABLE job ADD COLUMN IF NOT EXISTS scattered BOOLEAN DEFAULT FALSE NOT NULL;

-- In place of the table destination, which stays as it was: of two nodes that know the same destination, each sends its own results.
CREATE TABLE IF NOT EXISTS node_destination (
    node VARCHAR(512) NOT NULL,
    name VARCHAR(128) NOT NULL,
    since BIGINT NOT NULL,
    PRIMARY KEY (node, name)
);
INSERT INTO node_destination (node, name, since) SELECT '', name, since FROM destination ON CONFLICT DO NOTHING;

-- The structured report of the result: SOP class, SOP instance and series; empty if there is none.
ALTER TABLE job ADD COLUMN IF NOT EXISTS report_class VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE job ADD COLUMN IF NOT EXISTS report_instance VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE job ADD COLUMN IF NOT EXISTS report_series VARCHAR(64) DEFAULT '' NOT NULL;
