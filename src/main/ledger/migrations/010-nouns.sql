-- Schema 10: the nouns of the ledger and their laws.
-- Every entry is a row per version. A correction closes one version and opens the next; nothing else changes a row.
-- `changes` is the log: one row a commit, chained by hash over every row the commit recorded or retracted.
-- The line of a commit is written after its rows, since it carries their hash. `recorded_seq` and `retracted_seq` are
-- therefore no foreign keys: deferred ones would search every table for each new entry. `plumbline verify` checks them.

CREATE TABLE ledger (
  key TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER ledger_keep BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the identity of a ledger is fixed'); END;
CREATE TRIGGER ledger_fixed BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the identity of a ledger is fixed'); END;

CREATE TABLE changes (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  -- 'behind': the machine's clock stood before the previous change; order is by seq, never by clock.
  clock TEXT NOT NULL CHECK (clock IN ('ok', 'behind')),
  author TEXT NOT NULL,
  command TEXT NOT NULL,
  summary TEXT NOT NULL,
  reason TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'migrate')),
  target_seq INTEGER REFERENCES changes (seq),
  row_count INTEGER NOT NULL,
  rows_hash TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER changes_keep BEFORE DELETE ON changes BEGIN SELECT RAISE(ABORT, 'history is never deleted'); END;
CREATE TRIGGER changes_fixed BEFORE UPDATE ON changes BEGIN SELECT RAISE(ABORT, 'history is never changed'); END;

-- Every entry that ever was, so that references hold whichever version is live.
CREATE TABLE objects (
  id TEXT PRIMARY KEY,
  created_seq INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TRIGGER objects_keep BEFORE DELETE ON objects BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER objects_fixed BEFORE UPDATE ON objects BEGIN SELECT RAISE(ABORT, 'the id of an entry is fixed'); END;

-- An amount is stored as an integer; divide it by the scale of its unit.
CREATE TABLE units (
  unit TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  scale INTEGER NOT NULL,
  kind TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO units (unit, label, scale, kind) VALUES
  ('USD', 'US dollar', 100, 'money'),
  ('GBP', 'Pound sterling', 100, 'money'),
  ('EUR', 'Euro', 100, 'money'),
  ('AUD', 'Australian dollar', 100, 'money'),
  ('CAD', 'Canadian dollar', 100, 'money'),
  ('CHF', 'Swiss franc', 100, 'money'),
  ('CNY', 'Chinese yuan', 100, 'money'),
  ('HKD', 'Hong Kong dollar', 100, 'money'),
  ('INR', 'Indian rupee', 100, 'money'),
  ('JPY', 'Japanese yen', 1, 'money'),
  ('KRW', 'South Korean won', 1, 'money'),
  ('SEK', 'Swedish krona', 100, 'money'),
  ('NOK', 'Norwegian krone', 100, 'money'),
  ('DKK', 'Danish krone', 100, 'money'),
  ('SGD', 'Singapore dollar', 100, 'money'),
  ('TWD', 'New Taiwan dollar', 100, 'money'),
  ('BRL', 'Brazilian real', 100, 'money'),
  ('ZAR', 'South African rand', 100, 'money'),
  ('AED', 'UAE dirham', 100, 'money'),
  ('SAR', 'Saudi riyal', 100, 'money'),
  ('NZD', 'New Zealand dollar', 100, 'money'),
  ('QAR', 'Qatari riyal', 100, 'money'),
  ('KWD', 'Kuwaiti dinar', 1000, 'money'),
  ('ILS', 'Israeli shekel', 100, 'money'),
  ('MXN', 'Mexican peso', 100, 'money'),
  ('IDR', 'Indonesian rupiah', 100, 'money'),
  ('MYR', 'Malaysian ringgit', 100, 'money'),
  ('PHP', 'Philippine peso', 100, 'money'),
  ('THB', 'Thai baht', 100, 'money'),
  ('VND', 'Vietnamese dong', 1, 'money'),
  ('PLN', 'Polish zloty', 100, 'money'),
  ('CZK', 'Czech koruna', 100, 'money'),
  ('HUF', 'Hungarian forint', 100, 'money'),
  ('RON', 'Romanian leu', 100, 'money'),
  ('TRY', 'Turkish lira', 100, 'money'),
  ('RUB', 'Russian rouble', 100, 'money'),
  ('NGN', 'Nigerian naira', 100, 'money'),
  ('KES', 'Kenyan shilling', 100, 'money'),
  ('EGP', 'Egyptian pound', 100, 'money'),
  ('PKR', 'Pakistani rupee', 100, 'money'),
  ('BDT', 'Bangladeshi taka', 100, 'money'),
  ('LKR', 'Sri Lankan rupee', 100, 'money'),
  ('ARS', 'Argentine peso', 100, 'money'),
  ('CLP', 'Chilean peso', 1, 'money'),
  ('COP', 'Colombian peso', 100, 'money'),
  ('PEN', 'Peruvian sol', 100, 'money'),
  ('percent', 'per cent', 1000000, 'share'),
  ('count', 'number', 1, 'count'),
  ('per-second', 'per second', 1, 'count'),
  ('years', 'years', 1000000, 'time'),
  ('GW', 'gigawatts', 1000000, 'physical'),
  ('GW/week', 'gigawatts a week', 1000000, 'physical');

-- A company, person, institution or venture that deals, figures and quotes speak of.
CREATE TABLE entities (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'ent_*'),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('company', 'person', 'institution', 'venture')),
  under_review INTEGER CHECK (under_review IN (0, 1)),
  parent_id TEXT REFERENCES objects (id) CHECK (parent_id GLOB 'ent_*'),
  parent_from TEXT CHECK (parent_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  parent_until TEXT CHECK (parent_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  rolls_up INTEGER CHECK (rolls_up IN (0, 1)),
  aliases TEXT CHECK (json_valid(aliases)),
  tickers TEXT CHECK (json_valid(tickers)),
  sector TEXT,
  reporting_currency TEXT REFERENCES units (unit),
  fiscal_year_end_month INTEGER CHECK (fiscal_year_end_month BETWEEN 1 AND 12),
  note TEXT,
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX entities_live ON entities (id) WHERE retracted_seq IS NULL;
CREATE INDEX entities_by_id ON entities (id, recorded_seq);
CREATE INDEX entities_recorded ON entities (recorded_seq);
CREATE INDEX entities_retracted ON entities (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER entities_keep BEFORE DELETE ON entities BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER entities_facts BEFORE UPDATE OF version, id, name, kind, under_review, parent_id, parent_from, parent_until, rolls_up, aliases, tickers, sector, reporting_currency, fiscal_year_end_month, note, recorded_at, recorded_seq ON entities BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER entities_once BEFORE UPDATE OF retracted_at, retracted_seq ON entities WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;

-- One document, with how far it can be relied on.
CREATE TABLE sources (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'src_*'),
  title TEXT NOT NULL,
  publisher TEXT,
  author TEXT,
  url TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('filing', 'contract', 'accounts', 'company-release', 'exchange-data', 'press', 'newsletter', 'aggregator', 'blog', 'interview', 'analyst-note', 'other')),
  reliability TEXT NOT NULL CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
  published_on TEXT CHECK (published_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  retrieved_at TEXT CHECK (retrieved_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z'),
  sha256 TEXT,
  content TEXT,
  note TEXT,
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX sources_live ON sources (id) WHERE retracted_seq IS NULL;
CREATE INDEX sources_by_id ON sources (id, recorded_seq);
CREATE INDEX sources_recorded ON sources (recorded_seq);
CREATE INDEX sources_retracted ON sources (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER sources_keep BEFORE DELETE ON sources BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER sources_facts BEFORE UPDATE OF version, id, title, publisher, author, url, kind, reliability, published_on, retrieved_at, sha256, content, note, recorded_at, recorded_seq ON sources BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER sources_once BEFORE UPDATE OF retracted_at, retracted_seq ON sources WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;

-- One document resting on another, so that independent origins can be counted.
CREATE TABLE citations (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'cit_*'),
  source_id TEXT NOT NULL REFERENCES objects (id) CHECK (source_id GLOB 'src_*'),
  cites_id TEXT NOT NULL REFERENCES objects (id) CHECK (cites_id GLOB 'src_*'),
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX citations_live ON citations (id) WHERE retracted_seq IS NULL;
CREATE INDEX citations_by_id ON citations (id, recorded_seq);
CREATE INDEX citations_recorded ON citations (recorded_seq);
CREATE INDEX citations_retracted ON citations (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER citations_keep BEFORE DELETE ON citations BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER citations_facts BEFORE UPDATE OF version, id, source_id, cites_id, recorded_at, recorded_seq ON citations BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER citations_once BEFORE UPDATE OF retracted_at, retracted_seq ON citations WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;

-- Exact words of a source, by offset where its text is held.
CREATE TABLE passages (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'pas_*'),
  source_id TEXT NOT NULL REFERENCES objects (id) CHECK (source_id GLOB 'src_*'),
  words TEXT NOT NULL,
  prefix TEXT,
  suffix TEXT,
  start_offset INTEGER CHECK (start_offset BETWEEN 0 AND 9007199254740991),
  end_offset INTEGER CHECK (end_offset BETWEEN 0 AND 9007199254740991),
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX passages_live ON passages (id) WHERE retracted_seq IS NULL;
CREATE INDEX passages_by_id ON passages (id, recorded_seq);
CREATE INDEX passages_recorded ON passages (recorded_seq);
CREATE INDEX passages_retracted ON passages (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER passages_keep BEFORE DELETE ON passages BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER passages_facts BEFORE UPDATE OF version, id, source_id, words, prefix, suffix, start_offset, end_offset, recorded_at, recorded_seq ON passages BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER passages_once BEFORE UPDATE OF retracted_at, retracted_seq ON passages WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;

-- An agreement or intention between parties; its amounts are figures.
CREATE TABLE deals (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'dea_*'),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('cloud-compute', 'chip-supply', 'supply', 'services', 'licensing', 'lease', 'offtake', 'ppa', 'capex', 'equity-investment', 'debt-financing', 'vendor-credit', 'guarantee', 'joint-venture', 'acquisition', 'other')),
  status TEXT NOT NULL CHECK (status IN ('rumoured', 'in-talks', 'letter-of-intent', 'announced', 'signed', 'active', 'completed', 'terminated')),
  announced_on TEXT CHECK (announced_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  signed_on TEXT CHECK (signed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  start_on TEXT CHECK (start_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  end_on TEXT CHECK (end_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  tenor_years_lo REAL,
  tenor_years_hi REAL,
  schedule_method TEXT CHECK (schedule_method IN ('straight-line', 'equal-months', 'ramp')),
  is_exclusive INTEGER CHECK (is_exclusive IN (0, 1)),
  is_take_or_pay INTEGER CHECK (is_take_or_pay IN (0, 1)),
  is_cancellable INTEGER CHECK (is_cancellable IN (0, 1)),
  terms TEXT,
  part_of_id TEXT REFERENCES objects (id) CHECK (part_of_id GLOB 'dea_*'),
  source_id TEXT NOT NULL REFERENCES objects (id) CHECK (source_id GLOB 'src_*'),
  passage_id TEXT REFERENCES objects (id) CHECK (passage_id GLOB 'pas_*'),
  note TEXT,
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX deals_live ON deals (id) WHERE retracted_seq IS NULL;
CREATE INDEX deals_by_id ON deals (id, recorded_seq);
CREATE INDEX deals_recorded ON deals (recorded_seq);
CREATE INDEX deals_retracted ON deals (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER deals_keep BEFORE DELETE ON deals BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER deals_facts BEFORE UPDATE OF version, id, name, kind, status, announced_on, signed_on, start_on, end_on, tenor_years_lo, tenor_years_hi, schedule_method, is_exclusive, is_take_or_pay, is_cancellable, terms, part_of_id, source_id, passage_id, note, recorded_at, recorded_seq ON deals BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER deals_once BEFORE UPDATE OF retracted_at, retracted_seq ON deals WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;

-- Who takes part in a deal, and in which role.
CREATE TABLE deal_parties (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'pty_*'),
  deal_id TEXT NOT NULL REFERENCES objects (id) CHECK (deal_id GLOB 'dea_*'),
  entity_id TEXT NOT NULL REFERENCES objects (id) CHECK (entity_id GLOB 'ent_*'),
  role TEXT NOT NULL CHECK (role IN ('payer', 'payee', 'partner', 'guarantor', 'beneficiary')),
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX deal_parties_live ON deal_parties (id) WHERE retracted_seq IS NULL;
CREATE INDEX deal_parties_by_id ON deal_parties (id, recorded_seq);
CREATE INDEX deal_parties_recorded ON deal_parties (recorded_seq);
CREATE INDEX deal_parties_retracted ON deal_parties (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER deal_parties_keep BEFORE DELETE ON deal_parties BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER deal_parties_facts BEFORE UPDATE OF version, id, deal_id, entity_id, role, recorded_at, recorded_seq ON deal_parties BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER deal_parties_once BEFORE UPDATE OF retracted_at, retracted_seq ON deal_parties WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;

-- A source's claim of one metric of one entity, as an interval.
CREATE TABLE figures (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'fig_*'),
  entity_id TEXT NOT NULL REFERENCES objects (id) CHECK (entity_id GLOB 'ent_*'),
  metric TEXT NOT NULL CHECK (metric IN ('revenue', 'net-loss', 'operating-expense', 'total-commitments', 'commitment-tenor', 'valuation', 'market-share', 'growth', 'users', 'headcount', 'pay-per-head', 'requests', 'capacity', 'training-cost', 'cash', 'cash-burn', 'useful-life', 'build-cost', 'compute-share', 'backlog', 'deal-headline', 'deal-binding', 'deal-funded', 'deal-paid', 'deal-rate', 'deal-stake', 'deal-loss-share', 'other')),
  deal_id TEXT REFERENCES objects (id) CHECK (deal_id GLOB 'dea_*'),
  qualifier TEXT NOT NULL CHECK (qualifier IN ('exact', 'approx', 'at-least', 'over', 'at-most', 'under', 'range', 'undisclosed')),
  unit TEXT NOT NULL REFERENCES units (unit),
  lo INTEGER CHECK (lo BETWEEN -9007199254740991 AND 9007199254740991),
  point INTEGER CHECK (point BETWEEN -9007199254740991 AND 9007199254740991),
  hi INTEGER CHECK (hi BETWEEN -9007199254740991 AND 9007199254740991),
  basis TEXT NOT NULL CHECK (basis IN ('trailing-12m', 'fiscal-year', 'quarter', 'run-rate', 'guidance', 'third-party-estimate', 'projection', 'target', 'stock', 'month', 'day')),
  accounting TEXT CHECK (accounting IN ('accrual', 'cash')),
  status TEXT NOT NULL CHECK (status IN ('reported', 'estimated', 'projected', 'in-talks', 'rumoured', 'derived')),
  period_start TEXT CHECK (period_start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  period_end TEXT CHECK (period_end GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  period_label TEXT,
  definition TEXT,
  credibility INTEGER NOT NULL CHECK (credibility BETWEEN 1 AND 6),
  is_primary INTEGER CHECK (is_primary IN (0, 1)),
  source_id TEXT NOT NULL REFERENCES objects (id) CHECK (source_id GLOB 'src_*'),
  passage_id TEXT REFERENCES objects (id) CHECK (passage_id GLOB 'pas_*'),
  wording TEXT,
  note TEXT,
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX figures_live ON figures (id) WHERE retracted_seq IS NULL;
CREATE INDEX figures_by_id ON figures (id, recorded_seq);
CREATE INDEX figures_recorded ON figures (recorded_seq);
CREATE INDEX figures_retracted ON figures (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER figures_keep BEFORE DELETE ON figures BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER figures_facts BEFORE UPDATE OF version, id, entity_id, metric, deal_id, qualifier, unit, lo, point, hi, basis, accounting, status, period_start, period_end, period_label, definition, credibility, is_primary, source_id, passage_id, wording, note, recorded_at, recorded_seq ON figures BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER figures_once BEFORE UPDATE OF retracted_at, retracted_seq ON figures WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;

-- What somebody said, and towards whom it leans.
CREATE TABLE quotes (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'quo_*'),
  speaker_id TEXT NOT NULL REFERENCES objects (id) CHECK (speaker_id GLOB 'ent_*'),
  affiliation_id TEXT REFERENCES objects (id) CHECK (affiliation_id GLOB 'ent_*'),
  role TEXT,
  words TEXT NOT NULL,
  is_verbatim INTEGER NOT NULL CHECK (is_verbatim IN (0, 1)),
  stance INTEGER CHECK (stance BETWEEN -1 AND 1),
  about_id TEXT REFERENCES objects (id) CHECK (about_id GLOB 'ent_*'),
  about_deal_id TEXT REFERENCES objects (id) CHECK (about_deal_id GLOB 'dea_*'),
  is_affiliated INTEGER CHECK (is_affiliated IN (0, 1)),
  said_on TEXT CHECK (said_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  source_id TEXT NOT NULL REFERENCES objects (id) CHECK (source_id GLOB 'src_*'),
  passage_id TEXT REFERENCES objects (id) CHECK (passage_id GLOB 'pas_*'),
  note TEXT,
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX quotes_live ON quotes (id) WHERE retracted_seq IS NULL;
CREATE INDEX quotes_by_id ON quotes (id, recorded_seq);
CREATE INDEX quotes_recorded ON quotes (recorded_seq);
CREATE INDEX quotes_retracted ON quotes (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER quotes_keep BEFORE DELETE ON quotes BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER quotes_facts BEFORE UPDATE OF version, id, speaker_id, affiliation_id, role, words, is_verbatim, stance, about_id, about_deal_id, is_affiliated, said_on, source_id, passage_id, note, recorded_at, recorded_seq ON quotes BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER quotes_once BEFORE UPDATE OF retracted_at, retracted_seq ON quotes WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;

-- A move of a share that a source reports; raw, never an abnormal return.
CREATE TABLE reactions (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'rea_*'),
  entity_id TEXT NOT NULL REFERENCES objects (id) CHECK (entity_id GLOB 'ent_*'),
  deal_id TEXT REFERENCES objects (id) CHECK (deal_id GLOB 'dea_*'),
  direction TEXT NOT NULL CHECK (direction IN ('up', 'down', 'flat')),
  move TEXT NOT NULL CHECK (move IN ('close', 'intraday', 'record-high', 'unstated')),
  percent INTEGER CHECK (percent BETWEEN -9007199254740991 AND 9007199254740991),
  percent_unit TEXT CHECK (percent_unit IN ('percent')),
  value_qualifier TEXT CHECK (value_qualifier IN ('exact', 'approx', 'at-least', 'over', 'at-most', 'under', 'range', 'undisclosed')),
  value_change INTEGER CHECK (value_change BETWEEN -9007199254740991 AND 9007199254740991),
  value_unit TEXT REFERENCES units (unit),
  observed_on TEXT CHECK (observed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  source_id TEXT NOT NULL REFERENCES objects (id) CHECK (source_id GLOB 'src_*'),
  passage_id TEXT REFERENCES objects (id) CHECK (passage_id GLOB 'pas_*'),
  note TEXT,
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX reactions_live ON reactions (id) WHERE retracted_seq IS NULL;
CREATE INDEX reactions_by_id ON reactions (id, recorded_seq);
CREATE INDEX reactions_recorded ON reactions (recorded_seq);
CREATE INDEX reactions_retracted ON reactions (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER reactions_keep BEFORE DELETE ON reactions BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER reactions_facts BEFORE UPDATE OF version, id, entity_id, deal_id, direction, move, percent, percent_unit, value_qualifier, value_change, value_unit, observed_on, source_id, passage_id, note, recorded_at, recorded_seq ON reactions BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER reactions_once BEFORE UPDATE OF retracted_at, retracted_seq ON reactions WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;

-- A day or window on which something ends, opens or is planned.
CREATE TABLE key_dates (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'key_*'),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('exclusivity-start', 'exclusivity-end', 'first-refusal-end', 'restructuring', 'capacity-online', 'option-opens', 'ipo', 'review', 'maturity', 'lock-up-end', 'announcement', 'other')),
  entity_id TEXT REFERENCES objects (id) CHECK (entity_id GLOB 'ent_*'),
  deal_id TEXT REFERENCES objects (id) CHECK (deal_id GLOB 'dea_*'),
  from_on TEXT CHECK (from_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until_on TEXT CHECK (until_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  wording TEXT,
  status TEXT NOT NULL CHECK (status IN ('occurred', 'planned', 'rumoured', 'contradicted')),
  source_id TEXT NOT NULL REFERENCES objects (id) CHECK (source_id GLOB 'src_*'),
  passage_id TEXT REFERENCES objects (id) CHECK (passage_id GLOB 'pas_*'),
  note TEXT,
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX key_dates_live ON key_dates (id) WHERE retracted_seq IS NULL;
CREATE INDEX key_dates_by_id ON key_dates (id, recorded_seq);
CREATE INDEX key_dates_recorded ON key_dates (recorded_seq);
CREATE INDEX key_dates_retracted ON key_dates (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER key_dates_keep BEFORE DELETE ON key_dates BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER key_dates_facts BEFORE UPDATE OF version, id, name, kind, entity_id, deal_id, from_on, until_on, wording, status, source_id, passage_id, note, recorded_at, recorded_seq ON key_dates BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER key_dates_once BEFORE UPDATE OF retracted_at, retracted_seq ON key_dates WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;

-- One dated part of what a deal obliges a party to pay.
CREATE TABLE schedule_rows (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'sch_*'),
  deal_id TEXT NOT NULL REFERENCES objects (id) CHECK (deal_id GLOB 'dea_*'),
  start_on TEXT CHECK (start_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  end_on TEXT CHECK (end_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  unit TEXT NOT NULL REFERENCES units (unit),
  amount INTEGER NOT NULL CHECK (amount BETWEEN -9007199254740991 AND 9007199254740991),
  source_id TEXT REFERENCES objects (id) CHECK (source_id GLOB 'src_*'),
  passage_id TEXT REFERENCES objects (id) CHECK (passage_id GLOB 'pas_*'),
  note TEXT,
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX schedule_rows_live ON schedule_rows (id) WHERE retracted_seq IS NULL;
CREATE INDEX schedule_rows_by_id ON schedule_rows (id, recorded_seq);
CREATE INDEX schedule_rows_recorded ON schedule_rows (recorded_seq);
CREATE INDEX schedule_rows_retracted ON schedule_rows (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER schedule_rows_keep BEFORE DELETE ON schedule_rows BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER schedule_rows_facts BEFORE UPDATE OF version, id, deal_id, start_on, end_on, unit, amount, source_id, passage_id, note, recorded_at, recorded_seq ON schedule_rows BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER schedule_rows_once BEFORE UPDATE OF retracted_at, retracted_seq ON schedule_rows WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;

-- A closing price of a share or index.
CREATE TABLE prices (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'pri_*'),
  entity_id TEXT NOT NULL REFERENCES objects (id) CHECK (entity_id GLOB 'ent_*'),
  ticker TEXT NOT NULL,
  on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  close REAL NOT NULL,
  currency TEXT NOT NULL REFERENCES units (unit),
  is_adjusted INTEGER NOT NULL CHECK (is_adjusted IN (0, 1)),
  source_id TEXT NOT NULL REFERENCES objects (id) CHECK (source_id GLOB 'src_*'),
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX prices_live ON prices (id) WHERE retracted_seq IS NULL;
CREATE INDEX prices_by_id ON prices (id, recorded_seq);
CREATE INDEX prices_recorded ON prices (recorded_seq);
CREATE INDEX prices_retracted ON prices (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER prices_keep BEFORE DELETE ON prices BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER prices_facts BEFORE UPDATE OF version, id, entity_id, ticker, on_day, close, currency, is_adjusted, source_id, recorded_at, recorded_seq ON prices BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER prices_once BEFORE UPDATE OF retracted_at, retracted_seq ON prices WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;

-- A dated exchange rate with its direction and source.
CREATE TABLE fx_rates (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'fxr_*'),
  base TEXT NOT NULL REFERENCES units (unit),
  quote_currency TEXT NOT NULL REFERENCES units (unit),
  rate REAL NOT NULL,
  on_day TEXT NOT NULL CHECK (on_day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  source_id TEXT NOT NULL REFERENCES objects (id) CHECK (source_id GLOB 'src_*'),
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX fx_rates_live ON fx_rates (id) WHERE retracted_seq IS NULL;
CREATE INDEX fx_rates_by_id ON fx_rates (id, recorded_seq);
CREATE INDEX fx_rates_by_pair ON fx_rates (base, quote_currency, on_day);
CREATE INDEX fx_rates_recorded ON fx_rates (recorded_seq);
CREATE INDEX fx_rates_retracted ON fx_rates (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER fx_rates_keep BEFORE DELETE ON fx_rates BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER fx_rates_facts BEFORE UPDATE OF version, id, base, quote_currency, rate, on_day, source_id, recorded_at, recorded_seq ON fx_rates BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER fx_rates_once BEFORE UPDATE OF retracted_at, retracted_seq ON fx_rates WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;

-- Where a signal turns to watch, warn and critical, for the ledger, a sector or one entity.
CREATE TABLE thresholds (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'thr_*'),
  signal TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('ledger', 'sector', 'entity')),
  entity_id TEXT REFERENCES objects (id) CHECK (entity_id GLOB 'ent_*'),
  sector TEXT,
  watch REAL NOT NULL,
  warn REAL NOT NULL,
  critical REAL NOT NULL,
  reason TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX thresholds_live ON thresholds (id) WHERE retracted_seq IS NULL;
CREATE INDEX thresholds_by_id ON thresholds (id, recorded_seq);
CREATE INDEX thresholds_recorded ON thresholds (recorded_seq);
CREATE INDEX thresholds_retracted ON thresholds (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER thresholds_keep BEFORE DELETE ON thresholds BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER thresholds_facts BEFORE UPDATE OF version, id, signal, scope, entity_id, sector, watch, warn, critical, reason, recorded_at, recorded_seq ON thresholds BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER thresholds_once BEFORE UPDATE OF retracted_at, retracted_seq ON thresholds WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;

-- Which figure an analyst uses where sources disagree.
CREATE TABLE picks (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'pck_*'),
  figure_id TEXT NOT NULL REFERENCES objects (id) CHECK (figure_id GLOB 'fig_*'),
  entity_id TEXT NOT NULL REFERENCES objects (id) CHECK (entity_id GLOB 'ent_*'),
  metric TEXT NOT NULL CHECK (metric IN ('revenue', 'net-loss', 'operating-expense', 'total-commitments', 'commitment-tenor', 'valuation', 'market-share', 'growth', 'users', 'headcount', 'pay-per-head', 'requests', 'capacity', 'training-cost', 'cash', 'cash-burn', 'useful-life', 'build-cost', 'compute-share', 'backlog', 'deal-headline', 'deal-binding', 'deal-funded', 'deal-paid', 'deal-rate', 'deal-stake', 'deal-loss-share', 'other')),
  deal_id TEXT REFERENCES objects (id) CHECK (deal_id GLOB 'dea_*'),
  reviewer TEXT NOT NULL,
  reason TEXT NOT NULL,
  expires_on TEXT NOT NULL CHECK (expires_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX picks_live ON picks (id) WHERE retracted_seq IS NULL;
CREATE INDEX picks_by_id ON picks (id, recorded_seq);
CREATE INDEX picks_recorded ON picks (recorded_seq);
CREATE INDEX picks_retracted ON picks (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER picks_keep BEFORE DELETE ON picks BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER picks_facts BEFORE UPDATE OF version, id, figure_id, entity_id, metric, deal_id, reviewer, reason, expires_on, recorded_at, recorded_seq ON picks BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER picks_once BEFORE UPDATE OF retracted_at, retracted_seq ON picks WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;

-- One step of the review of a flag: who decided what about it, on which grounds and until when.
CREATE TABLE dispositions (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'dis_*'),
  signal TEXT NOT NULL,
  measure TEXT,
  entity_id TEXT NOT NULL REFERENCES objects (id) CHECK (entity_id GLOB 'ent_*'),
  scope TEXT NOT NULL CHECK (scope IN ('total', 'about', 'deal')),
  scope_id TEXT CHECK ((scope = 'total') = (scope_id IS NULL)),
  scope_name TEXT,
  step INTEGER NOT NULL CHECK (step >= 1),
  state TEXT NOT NULL CHECK (state IN ('acknowledged', 'mitigated', 'false-positive', 'reopened')),
  author TEXT NOT NULL,
  reviewer TEXT,
  reason_code TEXT CHECK (reason_code IN ('wrong-input', 'wrong-entity', 'out-of-scope', 'method-unsuited', 'duplicate')),
  note TEXT NOT NULL,
  mitigant TEXT,
  evidence_ids TEXT CHECK (json_valid(evidence_ids)),
  severity TEXT NOT NULL CHECK (severity IN ('critical', 'warn', 'watch')),
  fingerprint TEXT NOT NULL,
  expires_on TEXT CHECK (expires_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX dispositions_live ON dispositions (id) WHERE retracted_seq IS NULL;
CREATE INDEX dispositions_by_id ON dispositions (id, recorded_seq);
CREATE INDEX dispositions_recorded ON dispositions (recorded_seq);
CREATE INDEX dispositions_retracted ON dispositions (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER dispositions_keep BEFORE DELETE ON dispositions BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER dispositions_facts BEFORE UPDATE OF version, id, signal, measure, entity_id, scope, scope_id, scope_name, step, state, author, reviewer, reason_code, note, mitigant, evidence_ids, severity, fingerprint, expires_on, recorded_at, recorded_seq ON dispositions BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER dispositions_once BEFORE UPDATE OF retracted_at, retracted_seq ON dispositions WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;

-- An overlay on facts that never edits them.
CREATE TABLE scenarios (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'sce_*'),
  name TEXT NOT NULL,
  overlay TEXT NOT NULL,
  reason TEXT,
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX scenarios_live ON scenarios (id) WHERE retracted_seq IS NULL;
CREATE INDEX scenarios_by_id ON scenarios (id, recorded_seq);
CREATE INDEX scenarios_recorded ON scenarios (recorded_seq);
CREATE INDEX scenarios_retracted ON scenarios (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER scenarios_keep BEFORE DELETE ON scenarios BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER scenarios_facts BEFORE UPDATE OF version, id, name, overlay, reason, recorded_at, recorded_seq ON scenarios BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER scenarios_once BEFORE UPDATE OF retracted_at, retracted_seq ON scenarios WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;

-- A signal that the analyst wrote: an expression over named amounts, with its unit and thresholds.
CREATE TABLE own_signals (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'own_*'),
  slug TEXT NOT NULL,
  name TEXT NOT NULL,
  question TEXT NOT NULL,
  expression TEXT NOT NULL,
  unit TEXT NOT NULL CHECK (unit IN ('x', 'share', 'index', 'percent', 'months', 'days', 'points', 'score')),
  is_lower_worse INTEGER NOT NULL CHECK (is_lower_worse IN (0, 1)),
  watch REAL NOT NULL,
  warn REAL NOT NULL,
  critical REAL NOT NULL,
  pillar TEXT NOT NULL CHECK (pillar IN ('funding', 'circularity', 'concentration', 'evidence', 'governance-market')),
  note TEXT,
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX own_signals_live ON own_signals (id) WHERE retracted_seq IS NULL;
CREATE INDEX own_signals_by_id ON own_signals (id, recorded_seq);
CREATE INDEX own_signals_recorded ON own_signals (recorded_seq);
CREATE INDEX own_signals_retracted ON own_signals (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER own_signals_keep BEFORE DELETE ON own_signals BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER own_signals_facts BEFORE UPDATE OF version, id, slug, name, question, expression, unit, is_lower_worse, watch, warn, critical, pillar, note, recorded_at, recorded_seq ON own_signals BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER own_signals_once BEFORE UPDATE OF retracted_at, retracted_seq ON own_signals WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;


-- The file that the frozen text of a source was read from, byte for byte.
CREATE TABLE originals (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'ori_*'),
  source_id TEXT NOT NULL REFERENCES objects (id) CHECK (source_id GLOB 'src_*'),
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('text', 'markdown', 'html', 'pdf', 'docx')),
  size INTEGER NOT NULL CHECK (size BETWEEN 0 AND 9007199254740991),
  sha256 TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX originals_live ON originals (id) WHERE retracted_seq IS NULL;
CREATE INDEX originals_by_id ON originals (id, recorded_seq);
CREATE INDEX originals_recorded ON originals (recorded_seq);
CREATE INDEX originals_retracted ON originals (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER originals_keep BEFORE DELETE ON originals BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER originals_facts BEFORE UPDATE OF version, id, source_id, name, kind, size, sha256, recorded_at, recorded_seq ON originals BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER originals_once BEFORE UPDATE OF retracted_at, retracted_seq ON originals WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;

-- The bytes of originals, each once under its SHA-256, which the log covers through the row that names it.
CREATE TABLE original_bytes (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;
CREATE TRIGGER original_bytes_keep BEFORE DELETE ON original_bytes BEGIN SELECT RAISE(ABORT, 'originals are kept'); END;
CREATE TRIGGER original_bytes_fixed BEFORE UPDATE ON original_bytes BEGIN SELECT RAISE(ABORT, 'originals are never changed'); END;

-- Words of a source that an analyst read and made no entry of, with the reason.
CREATE TABLE rejections (
  version INTEGER PRIMARY KEY,
  id TEXT NOT NULL REFERENCES objects (id) CHECK (id GLOB 'rej_*'),
  source_id TEXT NOT NULL REFERENCES objects (id) CHECK (source_id GLOB 'src_*'),
  start_offset INTEGER NOT NULL CHECK (start_offset BETWEEN 0 AND 9007199254740991),
  end_offset INTEGER NOT NULL CHECK (end_offset BETWEEN 0 AND 9007199254740991),
  words TEXT NOT NULL,
  candidate TEXT,
  reason TEXT NOT NULL CHECK (reason IN ('not-about-the-case', 'already-on-file', 'not-a-claim', 'misread', 'immaterial', 'date-or-count')),
  note TEXT,
  recorded_at TEXT NOT NULL,
  recorded_seq INTEGER NOT NULL,
  retracted_at TEXT,
  retracted_seq INTEGER,
  CHECK ((retracted_at IS NULL) = (retracted_seq IS NULL))
) STRICT;
CREATE UNIQUE INDEX rejections_live ON rejections (id) WHERE retracted_seq IS NULL;
CREATE INDEX rejections_by_id ON rejections (id, recorded_seq);
CREATE INDEX rejections_recorded ON rejections (recorded_seq);
CREATE INDEX rejections_retracted ON rejections (retracted_seq) WHERE retracted_seq IS NOT NULL;
CREATE TRIGGER rejections_keep BEFORE DELETE ON rejections BEGIN SELECT RAISE(ABORT, 'entries are retracted, never deleted'); END;
CREATE TRIGGER rejections_facts BEFORE UPDATE OF version, id, source_id, start_offset, end_offset, words, candidate, reason, note, recorded_at, recorded_seq ON rejections BEGIN SELECT RAISE(ABORT, 'entries are superseded, never changed'); END;
CREATE TRIGGER rejections_once BEFORE UPDATE OF retracted_at, retracted_seq ON rejections WHEN OLD.retracted_seq IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a retraction stands'); END;


CREATE INDEX entities_parent ON entities (parent_id) WHERE retracted_seq IS NULL AND parent_id IS NOT NULL;
CREATE INDEX passages_source ON passages (source_id) WHERE retracted_seq IS NULL;
CREATE INDEX citations_source ON citations (source_id) WHERE retracted_seq IS NULL;
CREATE INDEX deal_parties_deal ON deal_parties (deal_id) WHERE retracted_seq IS NULL;
CREATE INDEX deal_parties_entity ON deal_parties (entity_id) WHERE retracted_seq IS NULL;
CREATE INDEX deals_part_of ON deals (part_of_id) WHERE part_of_id IS NOT NULL;
CREATE INDEX figures_entity ON figures (entity_id, metric) WHERE retracted_seq IS NULL;
CREATE INDEX figures_deal ON figures (deal_id) WHERE retracted_seq IS NULL AND deal_id IS NOT NULL;
CREATE INDEX figures_source ON figures (source_id) WHERE retracted_seq IS NULL;
CREATE INDEX quotes_about ON quotes (about_id) WHERE retracted_seq IS NULL;
CREATE INDEX reactions_deal ON reactions (deal_id) WHERE retracted_seq IS NULL;
CREATE INDEX quotes_about_deal ON quotes (about_deal_id) WHERE retracted_seq IS NULL AND about_deal_id IS NOT NULL;
CREATE INDEX key_dates_deal ON key_dates (deal_id) WHERE retracted_seq IS NULL AND deal_id IS NOT NULL;
CREATE INDEX schedule_rows_deal ON schedule_rows (deal_id) WHERE retracted_seq IS NULL;
CREATE INDEX thresholds_signal ON thresholds (signal) WHERE retracted_seq IS NULL;
CREATE INDEX dispositions_entity ON dispositions (entity_id, signal);
CREATE INDEX sources_sha256 ON sources (sha256) WHERE retracted_seq IS NULL AND sha256 IS NOT NULL;
CREATE INDEX originals_source ON originals (source_id) WHERE retracted_seq IS NULL;
CREATE INDEX originals_sha256 ON originals (sha256);
CREATE INDEX rejections_source ON rejections (source_id) WHERE retracted_seq IS NULL;
CREATE INDEX figures_passage ON figures (passage_id) WHERE retracted_seq IS NULL AND passage_id IS NOT NULL;
CREATE INDEX deals_source ON deals (source_id) WHERE retracted_seq IS NULL;
CREATE INDEX quotes_source ON quotes (source_id) WHERE retracted_seq IS NULL;
CREATE INDEX reactions_source ON reactions (source_id) WHERE retracted_seq IS NULL;
CREATE INDEX key_dates_source ON key_dates (source_id) WHERE retracted_seq IS NULL;
CREATE INDEX deals_passage ON deals (passage_id) WHERE retracted_seq IS NULL AND passage_id IS NOT NULL;
CREATE INDEX quotes_passage ON quotes (passage_id) WHERE retracted_seq IS NULL AND passage_id IS NOT NULL;
CREATE INDEX reactions_passage ON reactions (passage_id) WHERE retracted_seq IS NULL AND passage_id IS NOT NULL;
CREATE INDEX key_dates_passage ON key_dates (passage_id) WHERE retracted_seq IS NULL AND passage_id IS NOT NULL;
CREATE INDEX schedule_rows_passage ON schedule_rows (passage_id) WHERE retracted_seq IS NULL AND passage_id IS NOT NULL;
