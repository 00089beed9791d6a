import type { Line } from '../lines.ts';
import { fill, type Marks } from './rules.ts';

const SURE_CODE =
  /^\s*(?:(?:async )?def \w+\s*\(|class \w+[(:]|(?:from [\w.]+ )?import [\w.{}* ,]+(?: from\b.{0,80})?$|return\b.{0,200}[()\w\]]$|(?:try|else|finally):$|except\b.{0,80}:$|(?:if|for|while|with)\b[^.]{0,120}[\w\])]:$|(?:const|let|var) \w+\s*=|function \w*\(|[\w.[\]]+\s*=\s*(?:[\w.]+\(|["'\d[{]|\w+ [*+/-] )|[\w.]+\(.{0,200}\)[;:]?$|<\/?[a-z][\w-]*(?: [^>]{0,120})?>$|[{}\])]+[;,]?$|SELECT .{1,200} FROM |["'][\w-]+["']\s*:\s*(?:["'\d[{]|true|false|null)|\$ [a-z][\w./-]*(?: |$)|(?:export|curl|pip|npm|npx|git|sudo|docker|kubectl|cd|ls|mkdir|wget) [\w./@-]+)/u;
const COMMENT = /^\s*(?:#|\/\/)(?!\w)/u;
const FENCE = /^\s*(?:```|~~~)/u;
const LONGEST = 400;

/** Fenced blocks; and lines of code, the comments among them, but nothing that only looks like a heading of Markdown. */
export function markCode(lines: readonly Line[], marks: Marks): void {
  markFenced(lines, marks);
  let from = 0;
  while (from < lines.length) {
    let until = from;
    while (until < lines.length && isCodeLike(lines[until])) until += 1;
    if (lines.slice(from, until).some(isSure)) fill(marks, { from, until }, 'code');
    from = Math.max(until, from + 1);
  }
}

function markFenced(lines: readonly Line[], marks: Marks): void {
  const fences = [...lines.keys()].filter((at) => FENCE.test(lines[at]?.text.slice(0, 8) ?? ''));
  for (let pair = 0; pair + 1 < fences.length; pair += 2) {
    const [from, last] = [fences[pair], fences[pair + 1]];
    if (from !== undefined && last !== undefined) fill(marks, { from, until: last + 1 }, 'code');
  }
}

function isSure({ text }: Line): boolean {
  return text.length <= LONGEST && SURE_CODE.test(text);
}

function isCodeLike(line: Line | undefined): boolean {
  return line !== undefined && (isSure(line) || COMMENT.test(line.text.slice(0, LONGEST)));
}
