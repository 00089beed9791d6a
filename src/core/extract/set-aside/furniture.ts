import type { Line } from '../lines.ts';
import {
  bare,
  foundFrom,
  type Marks,
  oneBlock,
  type Rule,
  section,
  single,
  toTheEnd,
  untilHeading,
  untilProse,
} from './rules.ts';

/** What surrounds an article on its page, and what the law makes a release carry. General words of the trade. */
const FORM =
  /^(?:leave a (?:reply|comment)|post a comment|(?:add|write|share) (?:a|your) comment|join the (?:conversation|discussion)|your e-?mail address will not be published|required fields are marked|save my name, e-?mail|cancel reply|(?:\d+ )?comments?(?: \(\d+\)|:)?|\d+ (?:comments|responses|replies)(?: on .*)?|(?:view|show|see|read)(?: all)?(?: \d+)? comments|comments? (?:are closed|policy)\b.*|(?:please )?(?:log|sign) in to (?:comment|post)\b.*|share or comment on this article\b.*|sort (?:by )?(?:newest|oldest|best)\b.*|report (?:an )?(?:editorial )?error|jump to comments\b.*|reader comments|have your say)\s*$/iu;
const RELATED =
  /^(?:related(?: (?:posts?|stories|articles?|news|reading|coverage|content|topics|links|tags))?|read (?:next|more|also)|you (?:may|might) also (?:like|be interested in)|more (?:from|on|stories|news|like this)\b.{0,40}|recommended(?: for you| reading| stories| articles)?|most (?:read|popular|viewed|commented)|trending(?: now)?|latest (?:news|stories|articles|headlines|from\b.{0,30})|top stories|also (?:read|in the news|in this section)|in other news|editor[’']?s picks?|see also|further reading|popular (?:posts|stories|articles)|what to read next|up next|don[’']t miss|promoted stories|around the web|from around the web|follow the topics in this article|topics(?: in this article)?|tags|filed under|(?:more|all) [^.]{1,40}(?:analysis|transcripts|coverage|stories|articles|news|reports))\s*:?$/iu;
const RELATED_LINE =
  /^(?:read (?:more|also|next|full)|also read|see also|related|more on this|must read|watch|listen|recommended|go deeper|tags|topics|filed under|in case you missed it)\s*[:|–—-]\s*\S/iu;
const ADVERTISEMENT =
  /^(?:advertisement|advertising|sponsored(?: content| post| by\b.*)?|promoted(?: content)?|special offer(?: banner)?|partner content|paid (?:content|post|partnership|for by\b.*)|(?:story|article) continues (?:below|after)(?: (?:the )?advertisement)?|scroll to continue|continue reading below|ad)\s*(?:$|[—–:.-])/iu;
const SPONSOR =
  /^(?:(?:together with|presented by|brought to you by|sponsored by|in partnership with|powered by|a message from|a word from|from our (?:sponsor|partner)s?)\b[^.]{0,60}|sponsor message|our sponsor)$/iu;
const NEWSLETTER =
  /^(?:get (?:the|our|your)\b.*\b(?:briefing|newsletters?|e-?mail|inbox|digest|updates|scoop)\b.*|(?:subscribe|sign up|sign-up|register)\b.*|.{0,80}\b(?:delivered|straight|sent|directly) to your inbox\b.*|(?:stay|keep) (?:informed|up to date|ahead|in the loop|on top)\b.*\b(?:newsletters?|subscribe|sign up|follow|latest|inbox)\b.*|join (?:over |more than )?[\d,.]+[kKmM]?\+? (?:readers|subscribers|others|professionals)\b.*|.{0,60}\bnewsletter:? .*|(?:our|the) .{0,40}newsletter\b.{0,60}|you(?:[’']re| are) receiving this\b.*|(?:to )?unsubscribe\b.*|follow .{1,40} on (?:whatsapp|twitter|x|linkedin|facebook|instagram|telegram|threads|google news)\b.*|download (?:the|our) .{0,40}\bapp\b.*|(?:this|the) (?:article|story|item) (?:first |originally )?appeared in (?:our|the) .{0,40}newsletter.*|want more .{0,60}\?.*|like what you see\?.*|enjoy(?:ed|ing)? this\b.*)$/iu;
const NAVIGATION =
  /^(?:skip to (?:main )?content|menu|search|home|share(?: this)?(?: (?:article|story|post|page|on .*))?|(?:share|tweet|pin|email|print|copy link|comments?|save|listen|bookmark|gift)(?: \d+)?|(?:bookmark|print|save|share|email|gift|listen to)(?: \||,| or| and|\b)(?: \w+){0,2} (?:this )?(?:article|page|story)|facebook|twitter|linkedin|whatsapp|log ?in|sign in|(?:log ?in|sign in|register)\b.{0,60}|subscribe now|(?:©|copyright)\b.*|.{0,40}all rights reserved\.?|privacy policy|terms (?:of (?:use|service)|and conditions|& conditions)|cookie (?:policy|settings|preferences)|back to top|previous (?:article|post|story)|next (?:article|post|story)|follow us\b.*|(?:photo(?:graph)?|image|picture|credit|source)s?(?: (?:credit|source|by))?s?:.*|(?:file )?photo by .*|\(?(?:photo|image|picture)(?: by|:) .*\)?|getty images|.{0,60}\/(?:getty images|reuters|afp|bloomberg|shutterstock|istock)|(?:\d+[- ]min(?:ute)? read|reading time:? .*|.{1,40}[·|•] ?\d+ min(?:ute)?s? read)\b.*|got a .{0,40}(?:story|tip)\?.*|call the newsdesk\b.*|contact (?:us|the newsroom)\b.*|(?:page|contents):?|gallery|video|audio|read in app)$/iu;
const BYLINE =
  /^(?:(?:By|BY) (?:\p{Lu}[\p{L}.’'-]+)(?: (?:\p{Lu}[\p{L}.’'-]*|and|&|de|van|von|in|for|at|[|·–—-]|\d+\w*)|,)*[^.!?]{0,60}|\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+(?: and \p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+)? in \p{Lu}\p{Ll}+(?: and \p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+ in \p{Lu}\p{Ll}+)?|\d{1,2} \p{Lu}\p{Ll}+ \d{4} by \p{Lu}[^.!?]{2,60})$/u;
const STAMP =
  /^(?:(?:first )?published|(?:last )?updated|posted|modified|last modified|date)\b:?(?: (?:on|at))?[^.!?]{0,10}\d[^!?]{0,70}$/iu;
const TRAIL =
  /^(?:[^.!?]{2,24}(?: ?[|›»>/·] ?[^.!?|]{2,24}){2,}|[^.!?>›»]{2,30}(?: [›»>] [^.!?>›»]{2,80}){2,})$/u;
const COOKIES =
  /^(?:we|this (?:site|website|page)|our (?:site|website|partners)|by (?:clicking|continuing|using)\b.{0,80})\b.{0,120}\bcookies?\b/iu;

const COMPLIANCE_LINE =
  /^(?:\(?(?:reporting|additional reporting|writing|editing|compiled) by\b.*|our standards:.*|this announcement (?:contains|is released|has been)\b.*inside information.*|not for (?:release|publication|distribution)\b.*|for immediate release|\(?disclaimer\s*:.*|\(?disclosures?\s*:.*|(?:this|the) (?:press release|announcement|release|presentation|document|communication) (?:contains|includes|may contain|may include)\b.{0,60}forward[- ]looking.*|(?:this|the) (?:article|content|material|report|post|publication|document|newsletter|note)(?: is| has been|,)?\b.{0,80}\b(?:informational purposes|information purposes|investment advice|financial advice|transcript of|professional investors|not (?:an offer|constitute))\b.*|.{0,80}\b(?:not|nor|does not constitute|should not be (?:considered|construed as)) (?:investment|financial|legal|tax) advice\b.*|(?:this|the) (?:article|story|post|report) (?:was|is|has been) (?:originally |first )?(?:published|produced|created|generated|provided|syndicated|sourced)\b.*|this information is provided by\b.*|.{0,80}\b(?:has|have|holds?) no positions? in any of the (?:stocks|securities|companies)\b.*|.{0,120}\b(?:owns?|holds?|has positions in|is long) (?:shares|stock) of\b.*\b(?:recommends?|disclosure policy)\b.*|neither the author nor\b.*|past performance is (?:no|not)\b.*|the views expressed (?:here|in this)\b.*|-*\s*ends?\s*-*|#{3,}|[-–] ?30 ?[-–]|source: [^.]{2,60}|.{0,60}\bdoes not give investment advice\b.*|you should (?:seek|consult)\b.{0,60}\b(?:advice|adviser|advisor)\b.*|\p{Lu}{6,}\d{2,}|the information contained in this (?:announcement|release)\b.*|all (?:statements|forward-looking statements)\b.{0,100}forward[- ]looking\b.*)$/isu;
const LEGAL_HEADING =
  /^(?:forward[- ]looking (?:statements?|information)|cautionary (?:note|statements?|language|notice)\b.{0,80}|(?:note|notice|caution|statement)s? (?:on|regarding|about|concerning) forward[- ]looking .{0,40}|safe harbou?r\b.{0,60}|disclaimers?|legal (?:notice|disclaimer)|important (?:disclosures?|information|notices?|legal information|additional information)\b.{0,60}|additional information and where to find it|no offer or solicitation|participants in the solicitation|(?:use of |about |note on )?non-(?:gaap|ifrs)\b.{0,60}|analyst certification|regulatory disclosures?|terms and conditions)\s*:?$/iu;
const ABOUT_HEADING =
  /^(?:(?:About|ABOUT) (?:the (?:[Cc]ompany|[Aa]uthor|[Gg]roup|[Ww]riter)|[Uu]s|\p{Lu}[^.!?:]{1,60})|[Bb]oilerplate|The [Aa]uthor|Editor[’']s [Nn]ote)\s*:?$/u;
const CONTACT_HEADING =
  /^(?:(?:media |press |investor |investors |company |further |general )?(?:enquiries|inquiries|contacts?|relations contacts?)(?: (?:information|details))?|for (?:further|more|additional) (?:information|details|enquiries)\b.{0,60}|(?:call|conference) participants|(?:analysts?|investors?|results|earnings)? ?conference call(?: (?:and webcast|details|information))?|(?:webcast|dial[- ]in)\b.{0,40})\s*:?$/iu;
const AUTHOR_LINE =
  /^(?:\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]+){1,2},? (?:is|was|covers|writes|reports|has covered) (?:an? |the )?[^.]{0,60}\b(?:reporter|writer|journalist|correspondent|editor|columnist|contributor|freelance|covers|covering|newsroom)\b.*|(?:e-?mail|contact|follow|reach|write to) (?:\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?|him|her|them|the (?:author|writer|reporter)) (?:at|on|via)\b.*|(?:tips|corrections)\?.*)$/u;
const SHARE_TABLE =
  /^[\p{L}\d .&’'/-]{1,36}\s+[$£€₹¥]?\d[\d,]*\.\d+p?\s+\(?[+\-−–▲▼]\s?\d+(?:\.\d+)?\s?%?\)?(?:\s+\(?[+\-−–▲▼]?\s?\d+(?:\.\d+)?\s?%?\)?)*$/u;

export const FURNITURE: readonly Rule[] = [
  section({ heading: FORM, reason: 'comment-form', ends: toTheEnd, notBefore: 0.35 }),
  single(FORM, 'comment-form', 160),
  section({ heading: RELATED, reason: 'related-stories', ends: untilProse, notBefore: 0 }),
  single(RELATED_LINE, 'related-stories', 220),
  single(ADVERTISEMENT, 'advertisement', 160),
  section({ heading: SPONSOR, reason: 'advertisement', ends: oneBlock, notBefore: 0 }),
  section({ heading: LEGAL_HEADING, reason: 'boilerplate', ends: untilHeading, notBefore: 0.25 }),
  section({ heading: ABOUT_HEADING, reason: 'boilerplate', ends: untilHeading, notBefore: 0.4 }),
  section({ heading: CONTACT_HEADING, reason: 'boilerplate', ends: untilContactsEnd, notBefore: 0.4 }),
  single(COMPLIANCE_LINE, 'boilerplate', 2_000),
  single(NEWSLETTER, 'newsletter', 260),
  single(BYLINE, 'navigation', 140),
  single(STAMP, 'navigation', 110),
  single(NAVIGATION, 'navigation', 140),
  single(COOKIES, 'navigation', 600),
  single(TRAIL, 'navigation', 140),
  single(SHARE_TABLE, 'price-list', 90),
  markAuthors,
];

/** Names, telephones and addresses, to the next section or paragraph that says something else. */
function untilContactsEnd(lines: readonly Line[], from: number): number {
  return foundFrom(
    lines,
    from + 1,
    ({ text, kind }) =>
      kind !== 'blank' &&
      (ABOUT_HEADING.test(bare(text)) || LEGAL_HEADING.test(bare(text)) || isOtherMatter(text)),
  );
}

function isOtherMatter(text: string): boolean {
  return (
    text.length > 160 &&
    !/[@]|\+\d|\b(?:call|dial|webcast|replay|passcode|conference|participants?)\b/iu.test(text)
  );
}

/** What an article says of its author stands at its end. */
function markAuthors(lines: readonly Line[], marks: Marks): void {
  const length = lines.at(-1)?.end ?? 0;
  for (const [at, { text, start }] of lines.entries())
    if (marks[at] === null && start > 0.6 * length && text.length < 400 && AUTHOR_LINE.test(bare(text)))
      marks[at] = 'boilerplate';
}
