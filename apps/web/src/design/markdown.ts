/** The little Markdown our texts use, as data: headings, paragraphs, lists; strong words and links within. */

export type Inline = string | { strong: string } | { link: string; to: string };
export type Block =
  | { kind: "heading"; level: 2 | 3; inlines: Inline[] }
  | { kind: "paragraph"; inlines: Inline[] }
  | { kind: "list"; ordered: boolean; items: Inline[][] };

const bullet = /^[-*] +/;
const numbered = /^\d+[.)] +/;

export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  let open: "paragraph" | "list" | undefined;
  for (const line of text
    .replaceAll("\r", "")
    .split("\n")
    .map((raw) => raw.trimEnd())) {
    const heading = /^(#{1,6}) +(.*)$/.exec(line);
    const item = bullet.exec(line) ?? numbered.exec(line);
    const last = blocks.at(-1);
    if (line.trim() === "") open = undefined;
    else if (heading) {
      open = undefined;
      blocks.push({
        kind: "heading",
        level: (heading[1]?.length ?? 2) > 2 ? 3 : 2,
        inlines: parseInlines(heading[2] ?? ""),
      });
    } else if (item) {
      const inlines = parseInlines(line.slice(item[0].length));
      if (open === "list" && last?.kind === "list") last.items.push(inlines);
      else blocks.push({ kind: "list", ordered: numbered.test(line), items: [inlines] });
      open = "list";
    } else if (open === "list" && last?.kind === "list") last.items.at(-1)?.push(" ", ...parseInlines(line.trim()));
    else if (open === "paragraph" && last?.kind === "paragraph") last.inlines.push(" ", ...parseInlines(line.trim()));
    else {
      blocks.push({ kind: "paragraph", inlines: parseInlines(line.trim()) });
      open = "paragraph";
    }
  }
  return blocks;
}

function parseInlines(text: string): Inline[] {
  const found = /\*\*([^*]+)\*\*|\[([^\]]+)\]\(([^)\s]+)\)/.exec(text);
  if (!found) return text ? [text] : [];
  const [whole, strong, label, to] = found;
  const inline = strong !== undefined ? { strong } : linkOf(label ?? "", to ?? "");
  const before = text.slice(0, found.index);
  return [...(before ? [before] : []), inline, ...parseInlines(text.slice(found.index + whole.length))];
}

/** Only addresses that open a page; anything else (javascript:, data:) stays words. */
function linkOf(label: string, to: string): Inline {
  return /^(https:\/\/|mailto:|\/(?!\/))/.test(to) ? { link: label, to } : label;
}
