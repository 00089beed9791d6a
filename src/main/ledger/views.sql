-- Read-only views for people with any SQLite tool, and what the grids and exports read.
-- Amounts are in full units of their currency or unit; days are ISO text; yes/no is 1/0, empty is unknown.
-- `live(x)` is replaced by the condition that row x is in force (see views.ts).

CREATE VIEW v_entities AS
SELECT e.id, e.version, e.name, e.kind, e.under_review, p.name AS parent, e.parent_from, e.parent_until, e.rolls_up,
       e.aliases, e.tickers, e.sector, e.reporting_currency, e.fiscal_year_end_month, e.note, e.recorded_at, e.parent_id
FROM entities e
LEFT JOIN entities p ON p.id = e.parent_id AND live(p)
WHERE live(e);

CREATE VIEW v_sources AS
SELECT s.id, s.version, s.title, s.publisher, s.author, s.kind, s.reliability, s.published_on, s.retrieved_at, s.url,
       (SELECT group_concat(o.title, '; ') FROM citations c JOIN sources o ON o.id = c.cites_id AND live(o)
        WHERE c.source_id = s.id AND live(c)) AS cites,
       (SELECT count(*) FROM figures f WHERE f.source_id = s.id AND live(f)) AS figures,
       (SELECT count(*) FROM passages p WHERE p.source_id = s.id AND live(p)) AS passages,
       s.content IS NOT NULL AS text_held, s.sha256, s.note, s.recorded_at
FROM sources s
WHERE live(s);

CREATE VIEW v_passages AS
SELECT p.id, p.version, s.title AS source, p.words, p.prefix, p.suffix, p.start_offset, p.end_offset, p.recorded_at, p.source_id
FROM passages p
JOIN sources s ON s.id = p.source_id AND live(s)
WHERE live(p);

CREATE VIEW v_citations AS
SELECT c.id, c.version, s.title AS source, o.title AS cites, c.recorded_at, c.source_id, c.cites_id
FROM citations c
JOIN sources s ON s.id = c.source_id AND live(s)
JOIN sources o ON o.id = c.cites_id AND live(o)
WHERE live(c);

CREATE VIEW v_figures AS
SELECT f.id, f.version, e.name AS about, f.metric, d.name AS deal, f.qualifier,
       f.lo * 1.0 / u.scale AS low, f.point * 1.0 / u.scale AS stated, f.hi * 1.0 / u.scale AS high, f.unit,
       f.basis, f.accounting, f.status, f.period_start, f.period_end, f.period_label, f.definition,
       s.title AS source, s.reliability, f.credibility, f.is_primary, p.words, f.wording, f.note, f.recorded_at,
       f.entity_id, f.deal_id, f.source_id, f.passage_id
FROM figures f
JOIN units u ON u.unit = f.unit
LEFT JOIN entities e ON e.id = f.entity_id AND live(e)
LEFT JOIN deals d ON d.id = f.deal_id AND live(d)
LEFT JOIN sources s ON s.id = f.source_id AND live(s)
LEFT JOIN passages p ON p.id = f.passage_id AND live(p)
WHERE live(f);

-- The amount is the one that the policy "most reliable" selects among the versions on file (METHODS 2.4) in the currency
-- that most of them state, since widths and orders mean nothing across currencies; source, grade
-- and words are those of that amount, or of the deal where no amount is on file.
CREATE VIEW v_deals AS
SELECT d.id, d.version, d.name AS deal, d.kind, d.status,
       (SELECT group_concat(e.name, ', ') FROM deal_parties y JOIN entities e ON e.id = y.entity_id AND live(e)
        WHERE y.deal_id = d.id AND y.role = 'payer' AND live(y)) AS payer,
       (SELECT group_concat(e.name, ', ') FROM deal_parties y JOIN entities e ON e.id = y.entity_id AND live(e)
        WHERE y.deal_id = d.id AND y.role = 'payee' AND live(y)) AS payee,
       (SELECT group_concat(e.name || ' (' || y.role || ')', ', ') FROM deal_parties y
        JOIN entities e ON e.id = y.entity_id AND live(e)
        WHERE y.deal_id = d.id AND y.role NOT IN ('payer', 'payee') AND live(y)) AS others,
       f.qualifier, f.point * 1.0 / u.scale AS amount, f.lo * 1.0 / u.scale AS amount_low,
       f.hi * 1.0 / u.scale AS amount_high, f.unit AS currency,
       (SELECT count(*) FROM figures v WHERE v.deal_id = d.id AND v.metric = 'deal-headline' AND live(v)) AS versions,
       d.announced_on, d.signed_on, d.start_on, d.end_on, d.tenor_years_lo, d.tenor_years_hi,
       d.schedule_method, d.is_exclusive, d.is_take_or_pay, d.is_cancellable, d.terms, o.name AS part_of,
       s.title AS source, s.reliability, p.words, d.note, d.recorded_at,
       d.part_of_id, s.id AS source_id, p.id AS passage_id, f.id AS figure_id, f.version AS figure_version
FROM deals d
LEFT JOIN figures f ON f.version = (
  SELECT v.version FROM figures v JOIN sources w ON w.id = v.source_id AND live(w)
  WHERE v.deal_id = d.id AND v.metric = 'deal-headline' AND live(v) AND v.unit = (
    SELECT c.unit FROM figures c WHERE c.deal_id = d.id AND c.metric = 'deal-headline' AND live(c)
    GROUP BY c.unit ORDER BY max(c.qualifier <> 'undisclosed') DESC, count(*) DESC, c.unit = 'USD' DESC, c.unit LIMIT 1)
  ORDER BY v.qualifier = 'undisclosed', w.reliability, v.credibility, v.is_primary IS NOT 1, v.period_end IS NULL, v.period_end DESC,
           w.published_on IS NULL, w.published_on DESC, v.hi IS NULL, v.hi - v.lo, v.recorded_seq DESC, v.id
  LIMIT 1)
LEFT JOIN units u ON u.unit = f.unit
LEFT JOIN deals o ON o.id = d.part_of_id AND live(o)
LEFT JOIN sources s ON s.id = CASE WHEN f.id IS NULL THEN d.source_id ELSE f.source_id END AND live(s)
LEFT JOIN passages p ON p.id = CASE WHEN f.id IS NULL THEN d.passage_id ELSE f.passage_id END AND live(p)
WHERE live(d);

CREATE VIEW v_deal_parties AS
SELECT y.id, y.version, d.name AS deal, e.name AS party, y.role, y.recorded_at, y.deal_id, y.entity_id
FROM deal_parties y
JOIN deals d ON d.id = y.deal_id AND live(d)
JOIN entities e ON e.id = y.entity_id AND live(e)
WHERE live(y);

CREATE VIEW v_quotes AS
SELECT q.id, q.version, k.name AS speaker, a.name AS affiliation, q.role, q.words, q.is_verbatim, q.stance,
       t.name AS about, d.name AS about_deal, q.is_affiliated, q.said_on, s.title AS source, s.reliability, q.note,
       q.recorded_at, q.speaker_id, q.affiliation_id, q.about_id, q.about_deal_id, q.source_id, q.passage_id
FROM quotes q
LEFT JOIN entities k ON k.id = q.speaker_id AND live(k)
LEFT JOIN entities a ON a.id = q.affiliation_id AND live(a)
LEFT JOIN entities t ON t.id = q.about_id AND live(t)
LEFT JOIN deals d ON d.id = q.about_deal_id AND live(d)
LEFT JOIN sources s ON s.id = q.source_id AND live(s)
WHERE live(q);

CREATE VIEW v_reactions AS
SELECT r.id, r.version, e.name AS instrument, d.name AS event, r.direction, r.move,
       r.percent / 1000000.0 AS percent, r.value_qualifier, r.value_change * 1.0 / u.scale AS value_change,
       r.value_unit AS currency, r.observed_on, s.title AS source, s.reliability, p.words, r.note, r.recorded_at,
       r.entity_id, r.deal_id, r.source_id, r.passage_id
FROM reactions r
LEFT JOIN units u ON u.unit = r.value_unit
LEFT JOIN entities e ON e.id = r.entity_id AND live(e)
LEFT JOIN deals d ON d.id = r.deal_id AND live(d)
LEFT JOIN sources s ON s.id = r.source_id AND live(s)
LEFT JOIN passages p ON p.id = r.passage_id AND live(p)
WHERE live(r);

CREATE VIEW v_key_dates AS
SELECT k.id, k.version, k.name AS event, k.kind, e.name AS about, d.name AS deal, k.from_on, k.until_on, k.wording,
       k.status, s.title AS source, s.reliability, p.words, k.note, k.recorded_at, k.entity_id, k.deal_id, k.source_id, k.passage_id
FROM key_dates k
LEFT JOIN entities e ON e.id = k.entity_id AND live(e)
LEFT JOIN deals d ON d.id = k.deal_id AND live(d)
LEFT JOIN sources s ON s.id = k.source_id AND live(s)
LEFT JOIN passages p ON p.id = k.passage_id AND live(p)
WHERE live(k);

CREATE VIEW v_schedule_rows AS
SELECT r.id, r.version, d.name AS deal, r.start_on, r.end_on, r.amount * 1.0 / u.scale AS amount, r.unit AS currency,
       s.title AS source, r.note, r.recorded_at, r.deal_id, r.source_id, r.passage_id
FROM schedule_rows r
JOIN units u ON u.unit = r.unit
LEFT JOIN deals d ON d.id = r.deal_id AND live(d)
LEFT JOIN sources s ON s.id = r.source_id AND live(s)
WHERE live(r);

CREATE VIEW v_prices AS
SELECT r.id, r.version, e.name AS instrument, r.ticker, r.on_day, r.close, r.currency, r.is_adjusted, s.title AS source,
       r.recorded_at, r.entity_id, r.source_id
FROM prices r
LEFT JOIN entities e ON e.id = r.entity_id AND live(e)
LEFT JOIN sources s ON s.id = r.source_id AND live(s)
WHERE live(r);

CREATE VIEW v_fx_rates AS
SELECT r.id, r.version, r.base, r.quote_currency, r.rate, r.on_day, s.title AS source, r.recorded_at, r.source_id
FROM fx_rates r
LEFT JOIN sources s ON s.id = r.source_id AND live(s)
WHERE live(r);

CREATE VIEW v_thresholds AS
SELECT t.id, t.version, t.signal, t.scope, e.name AS entity, t.sector, t.watch, t.warn, t.critical, t.reason,
       c.author, t.recorded_at, t.entity_id
FROM thresholds t
JOIN changes c ON c.seq = t.recorded_seq
LEFT JOIN entities e ON e.id = t.entity_id AND live(e)
WHERE live(t);

CREATE VIEW v_own_signals AS
SELECT o.id, o.version, o.slug, o.name, o.question, o.expression, o.unit, o.is_lower_worse, o.watch, o.warn, o.critical,
       o.pillar, o.note, c.author, c.reason, o.recorded_at
FROM own_signals o
JOIN changes c ON c.seq = o.recorded_seq
WHERE live(o);

-- A pick with the figure it names in the version in force; the figure is empty where it was retracted since.
CREATE VIEW v_picks AS
SELECT k.id, k.version, e.name AS about, k.metric, d.name AS deal, f.point * 1.0 / u.scale AS stated,
       f.lo * 1.0 / u.scale AS low, f.hi * 1.0 / u.scale AS high, f.unit, s.title AS source, c.author, k.reviewer,
       k.reason, k.expires_on, k.recorded_at, k.figure_id, k.entity_id, k.deal_id
FROM picks k
JOIN changes c ON c.seq = k.recorded_seq
LEFT JOIN entities e ON e.id = k.entity_id AND live(e)
LEFT JOIN deals d ON d.id = k.deal_id AND live(d)
LEFT JOIN figures f ON f.id = k.figure_id AND live(f)
LEFT JOIN units u ON u.unit = f.unit
LEFT JOIN sources s ON s.id = f.source_id AND live(s)
WHERE live(k);

-- Steps of the reviews of flags. Whether the last step of a flag still holds depends on the flag as it stands, which
-- the signals compute; the file holds what was decided.
CREATE VIEW v_dispositions AS
SELECT x.id, x.version, e.name AS subject, x.signal, x.measure, x.scope, x.scope_name AS bears_on, x.step, x.state,
       x.severity, x.author, x.reviewer, x.reason_code, x.note, x.mitigant, x.evidence_ids AS evidence, x.expires_on, x.recorded_at, x.scope_id,
       x.entity_id, x.fingerprint
FROM dispositions x
LEFT JOIN entities e ON e.id = x.entity_id AND live(e)
WHERE live(x);

-- Words of a source of which the analyst made no entry.
CREATE VIEW v_rejections AS
SELECT r.id, r.version, s.title AS source, r.words, r.reason, r.note, r.start_offset, r.end_offset, r.candidate, c.author,
       r.recorded_at, r.source_id
FROM rejections r
JOIN changes c ON c.seq = r.recorded_seq
LEFT JOIN sources s ON s.id = r.source_id AND live(s)
WHERE live(r);

-- The bytes themselves stand in original_bytes under their SHA-256.
CREATE VIEW v_originals AS
SELECT o.id, o.version, s.title AS source, o.name, o.kind, o.size, o.sha256, o.recorded_at, o.source_id
FROM originals o
LEFT JOIN sources s ON s.id = o.source_id AND live(s)
WHERE live(o);

CREATE VIEW v_changes AS
SELECT seq, at, author, command, summary, reason, kind, target_seq, row_count, hash
FROM changes;
