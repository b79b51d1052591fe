-- A schema as PostgreSQL's and MySQL's clients read it.
\set quiet on
CREATE TABLE desk.reader (
  id       SERIAL PRIMARY KEY,
  email    TEXT NOT NULL CHECK (position('@' IN email) > 0),
  shelf    TEXT,
  has_email BOOLEAN
);

CREATE TABLE `entry` (
  `surname` varchar(80) COMMENT 'as the reader''s card has it',
  `city` varchar(80),
  `email` varchar(80),
  KEY `surname` (`surname`)
) ENGINE=InnoDB;

CREATE TABLE publisher (name TEXT, email TEXT);

ALTER TABLE desk.reader ADD COLUMN dob DATE;
