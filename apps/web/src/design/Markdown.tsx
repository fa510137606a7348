import { Fragment } from "react";
import { type Block, type Inline, parseMarkdown } from "./markdown.ts";

/** One of our own texts, drawn as elements: no HTML is ever read from it. */
export function Markdown({ text }: { text: string }) {
  return (
    <div className="prose">
      {parseMarkdown(text).map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes while it is shown
        <BlockView key={at} block={block} />
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  if (block.kind === "heading") {
    const Heading = block.level === 2 ? "h2" : "h3";
    return (
      <Heading>
        <Inlines of={block.inlines} />
      </Heading>
    );
  }
  if (block.kind === "paragraph") {
    return (
      <p>
        <Inlines of={block.inlines} />
      </p>
    );
  }
  const List = block.ordered ? "ol" : "ul";
  return (
    <List>
      {block.items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes while it is shown
        <li key={at}>
          <Inlines of={item} />
        </li>
      ))}
    </List>
  );
}

function Inlines({ of }: { of: Inline[] }) {
  return of.map((inline, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes while it is shown
    <Fragment key={at}>
      {typeof inline === "string" ? (
        inline
      ) : "strong" in inline ? (
        <strong>{inline.strong}</strong>
      ) : (
        <a href={inline.to}>{inline.link}</a>
      )}
    </Fragment>
  ));
}
