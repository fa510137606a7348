import { transferTicks } from "@locum-passport/contract/transfer-ticks";
import { Link } from "@tanstack/react-router";
import type { Terms } from "../../api/types.ts";
import { dayInWords } from "../../design/day.ts";

interface Props {
  agency: string;
  mayDownload: boolean;
  notice: Terms;
  endsOn: string;
  /** The kinds that go on a line of their own. */
  consent: { health: boolean; criminalRecord: boolean };
}

/** What pressing the button does, before it is pressed; and the exact words that go into the receipt. */
export function WhatHappens({ agency, mayDownload, notice, endsOn, consent }: Props) {
  return (
    <section className="stack" aria-labelledby="happens">
      <h2 id="happens">What happens when you send</h2>
      <ul className="happens">
        <li>
          <bdi>{agency}</bdi> gets a copy of each paper, with its name. The originals stay here. If you change or delete
          one, its copy stays as it was sent.
        </li>
        <li>Its people are told by email that copies came, and nothing more.</li>
        <li>
          You see in your timeline who there opens {mayDownload ? "or downloads " : ""}a copy, and when. Until{" "}
          {dayInWords(endsOn)}, or until you stop.
        </li>
        <li>
          {mayDownload
            ? "What they download stays with them, also after you stop, and the law may make them keep some of it."
            : "What somebody noted or photographed stays with them, and the law may make them keep a record of it."}
        </li>
        <li>Both sides get the same signed receipt, with these words:</li>
      </ul>
      <blockquote className="agreed">
        <p>{transferTicks.general}</p>
        {consent.health ? <p>{transferTicks.health}</p> : null}
        {consent.criminalRecord ? <p>{transferTicks.criminalRecord}</p> : null}
      </blockquote>
      <p>
        <Link to="/texts/$name" params={{ name: "transferNotice" }} target="_blank">
          Read the transfer notice (opens a new tab)
        </Link>
        , version {notice.version}. Pressing the button says yes to it.
      </p>
    </section>
  );
}
