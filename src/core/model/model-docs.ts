import type { NounId } from './field.ts';
import { columnOf, type Field, type FieldType } from './field.ts';
import { nounOf, nouns } from './nouns.ts';

/** The page docs/model.md, made from the nouns: what each holds, and which fields identify it. */
export function modelMarkdown(): string {
  const ids = Object.keys(nouns) as NounId[];
  return [
    '# The nouns',
    '',
    'Generated from `src/core/model` by `npm run docs`. A field is a column of the same name; **bold** fields are needed, and those marked with • identify the entry when it is imported twice.',
    '',
    ...ids.flatMap(section),
  ].join('\n');
}

function section(id: NounId): string[] {
  const { label, table, what, fields, identity } = nounOf(id);
  return [
    `## ${label}`,
    '',
    `${what} Table \`${table}\`.`,
    '',
    '| field | column | kind | help |',
    '|---|---|---|---|',
    ...Object.entries(fields).map(([name, field]) => row(name, field, identity.includes(name))),
    '',
  ];
}

function row(name: string, { of, label, help, required }: Field<unknown>, isIdentity: boolean): string {
  const shown = required ? `**${label}**` : label;
  return `| ${shown}${isIdentity ? ' •' : ''} | \`${columnOf(name)}\` | ${kindText(of)} | ${help} |`;
}

function kindText(of: FieldType): string {
  switch (of.type) {
    case 'choice':
      return of.options.join(', ');
    case 'reference':
      return `${of.noun} id`;
    case 'amount':
      return `integer in units of \`${columnOf(of.unitField)}\``;
    case 'integer':
      return of.max === Number.MAX_SAFE_INTEGER ? 'integer' : `${of.min} to ${of.max}`;
    case 'flag':
      return 'yes, no or unknown';
    case 'long-text':
      return 'text';
    case 'list':
      return 'list of texts';
    default:
      return of.type;
  }
}
