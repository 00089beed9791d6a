import type { DealFacts, EntityFacts, FigureFacts, LedgerView } from '#core/model/ledger-view.ts';
import { dealRow, entityRow, figureRow, sourceRow, viewOf } from './view-rows.ts';

/** The reference case by hand: OpenAI and its suppliers as five articles tell it, none of them with a day. */
const BN = 1e9;

export const sources = {
  newsletter: sourceRow('src_000', 'C'),
  rewrite: sourceRow('src_001', 'D'),
  report: sourceRow('src_002', 'D'),
  press: sourceRow('src_003', 'C'),
  blog: sourceRow('src_004', 'E'),
};
const { newsletter, rewrite, report, press, blog } = sources;

export const openai = entityRow('ent_openai', 'OpenAI', { underReview: 1, sector: 'AI' });
export const amazon = entityRow('ent_amazon', 'Amazon');
export const aws = entityRow('ent_aws', 'AWS', { parentId: amazon.id, rollsUp: 1 });
const microsoft = entityRow('ent_microsoft', 'Microsoft');
const oracle = entityRow('ent_oracle', 'Oracle');
const coreweave = entityRow('ent_coreweave', 'CoreWeave');
const google = entityRow('ent_google', 'Google');
const nvidia = entityRow('ent_nvidia', 'Nvidia');
const amd = entityRow('ent_amd', 'AMD');
const broadcom = entityRow('ent_broadcom', 'Broadcom');
const softbank = entityRow('ent_softbank', 'SoftBank');
const stargate = entityRow('ent_stargate', 'Stargate', { kind: 'venture' });
const anthropic = entityRow('ent_anthropic', 'Anthropic');

export const caseEntities: readonly EntityFacts[] = [
  amazon,
  amd,
  anthropic,
  aws,
  broadcom,
  coreweave,
  google,
  microsoft,
  nvidia,
  openai,
  oracle,
  softbank,
  stargate,
];

export const caseFigures: readonly FigureFacts[] = [
  figureRow({
    id: 'fig_total_000',
    about: openai.id,
    metric: 'total-commitments',
    source: newsletter,
    amount: 1_400 * BN,
  }),
  figureRow({
    id: 'fig_total_001',
    about: openai.id,
    metric: 'total-commitments',
    source: rewrite,
    amount: 1_400 * BN,
  }),
  figureRow({
    id: 'fig_total_002',
    about: openai.id,
    metric: 'total-commitments',
    source: report,
    amount: 1_000 * BN,
    qualifier: 'over',
  }),
  figureRow({
    id: 'fig_total_003',
    about: openai.id,
    metric: 'total-commitments',
    source: press,
    amount: 1_000 * BN,
    qualifier: 'over',
  }),
  figureRow({
    id: 'fig_total_004',
    about: openai.id,
    metric: 'total-commitments',
    source: blog,
    amount: 1_000 * BN,
    qualifier: 'approx',
  }),
  figureRow({
    id: 'fig_revenue_000',
    about: openai.id,
    metric: 'revenue',
    source: newsletter,
    amount: 13 * BN,
    basis: 'trailing-12m',
  }),
  figureRow({
    id: 'fig_revenue_001',
    about: openai.id,
    metric: 'revenue',
    source: rewrite,
    amount: 20 * BN,
    basis: 'run-rate',
    status: 'projected',
  }),
  figureRow({
    id: 'fig_revenue_004',
    about: openai.id,
    metric: 'revenue',
    source: blog,
    amount: 5 * BN,
    high: 10 * BN,
    qualifier: 'range',
    basis: 'third-party-estimate',
    status: 'estimated',
    extra: { periodLabel: '2025' },
  }),
  figureRow({
    id: 'fig_revenue_2027',
    about: openai.id,
    metric: 'revenue',
    source: newsletter,
    amount: 100 * BN,
    basis: 'projection',
    status: 'projected',
    extra: { periodLabel: 'by 2027' },
  }),
  figureRow({
    id: 'fig_revenue_quarter',
    about: openai.id,
    metric: 'revenue',
    source: newsletter,
    amount: 3.25 * BN,
    basis: 'quarter',
    extra: { periodLabel: 'a quarter' },
  }),
  figureRow({
    id: 'fig_loss_000',
    about: openai.id,
    metric: 'net-loss',
    source: newsletter,
    amount: 12 * BN,
    basis: 'quarter',
    extra: { periodLabel: 'last quarter' },
  }),
  figureRow({
    id: 'fig_loss_003',
    about: openai.id,
    metric: 'net-loss',
    source: press,
    amount: 12 * BN,
    qualifier: 'approx',
    basis: 'quarter',
    extra: { periodLabel: 'last quarter' },
  }),
  figureRow({
    id: 'fig_tenor_000',
    about: openai.id,
    metric: 'commitment-tenor',
    source: newsletter,
    amount: 5,
    high: 7,
    qualifier: 'range',
    unit: 'years',
  }),
].toSorted((a, b) => (a.id < b.id ? -1 : 1));

const buys = (id: string, supplier: EntityFacts, amount: number) =>
  dealRow({
    id,
    name: `OpenAI buys cloud compute from ${supplier.name}`,
    kind: 'cloud-compute',
    status: 'signed',
    parties: [
      ['payer', openai],
      ['payee', supplier],
    ],
    source: newsletter,
    amounts: [{ id: `fig_${id}`, source: newsletter, amount }],
  });

const buysUndisclosed = (id: string, supplier: EntityFacts) =>
  dealRow({
    id,
    name: `OpenAI buys from ${supplier.name}`,
    kind: 'chip-supply',
    status: 'signed',
    parties: [
      ['payer', openai],
      ['payee', supplier],
    ],
    source: newsletter,
    amounts: [{ id: `fig_${id}`, source: newsletter }],
  });

export const awsDeal = dealRow({
  id: 'dea_aws',
  name: 'OpenAI buys cloud compute from AWS',
  kind: 'cloud-compute',
  status: 'signed',
  parties: [
    ['payer', openai],
    ['payee', aws],
  ],
  source: newsletter,
  amounts: [
    { id: 'fig_aws_000', source: newsletter, amount: 38 * BN },
    { id: 'fig_aws_003', source: press, amount: 29 * BN, unit: 'GBP' },
    { id: 'fig_aws_004', source: blog, amount: 38 * BN },
  ],
  extra: { tenorYearsLo: 7, tenorYearsHi: 7 },
});

export const caseDeals: readonly DealFacts[] = [
  awsDeal,
  { ...buys('dea_oracle', oracle, 300 * BN), partOfId: 'dea_stargate' },
  buys('dea_microsoft', microsoft, 250 * BN),
  buys('dea_coreweave', coreweave, 22.4 * BN),
  buysUndisclosed('dea_google', google),
  buysUndisclosed('dea_broadcom', broadcom),
  buysUndisclosed('dea_amd', amd),
  buysUndisclosed('dea_nvidia', nvidia),
  dealRow({
    id: 'dea_stargate',
    name: 'Stargate',
    kind: 'capex',
    status: 'announced',
    parties: [
      ['payer', openai],
      ['payer', oracle],
      ['payer', softbank],
      ['payee', stargate],
    ],
    source: blog,
    amounts: [{ id: 'fig_stargate', source: blog, amount: 500 * BN, qualifier: 'at-least' }],
  }),
  dealRow({
    id: 'dea_ms_equity',
    name: 'Microsoft invests in OpenAI',
    kind: 'equity-investment',
    status: 'completed',
    parties: [
      ['payer', microsoft],
      ['payee', openai],
    ],
    source: newsletter,
    amounts: [{ id: 'fig_ms_equity', source: newsletter, amount: 13 * BN }],
  }),
  dealRow({
    id: 'dea_amazon_equity',
    name: 'Amazon may invest in OpenAI',
    kind: 'equity-investment',
    status: 'in-talks',
    parties: [
      ['payer', amazon],
      ['payee', openai],
    ],
    source: report,
    amounts: [
      { id: 'fig_amazon_equity', source: report, amount: 10 * BN, qualifier: 'at-least', status: 'in-talks' },
    ],
  }),
  dealRow({
    id: 'dea_anthropic',
    name: 'Amazon invested in Anthropic',
    kind: 'equity-investment',
    status: 'completed',
    parties: [
      ['payer', amazon],
      ['payee', anthropic],
    ],
    source: newsletter,
    amounts: [
      { id: 'fig_anthropic_000', source: newsletter, amount: 8 * BN },
      { id: 'fig_anthropic_004', source: blog, amount: 4 * BN },
    ],
  }),
].toSorted((a, b) => (a.id < b.id ? -1 : 1));

export const caseView: LedgerView = viewOf({
  asOf: '2025-11-30',
  entities: caseEntities,
  deals: caseDeals,
  figures: caseFigures,
});
