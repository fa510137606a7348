import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { termsQuery } from "../../api/queries.ts";
import type { TermsName } from "../../api/types.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Markdown } from "../../design/Markdown.tsx";
import { Skeleton } from "../../design/surface.tsx";
import { textTitles } from "../../shell/Footer.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { NothingHere } from "../../shell/Trouble.tsx";
import "./texts.css";

const isName = (name: string | undefined): name is TermsName => name !== undefined && Object.hasOwn(textTitles, name);

/** One of the six texts, whole, for anybody. */
export default function TextReader() {
  const { name } = useParams({ strict: false });
  const terms = useQuery(termsQuery);
  if (!isName(name)) return <NothingHere />;
  return (
    <article className="text-reader" key={name}>
      <PageHead title={terms.data?.[name].title ?? textTitles[name]} />
      <AsyncView query={terms} waiting={<Skeleton height="5rem" lines={6} />}>
        {(texts) => (
          <>
            <Markdown text={texts[name].text} />
            <p className="fingerprint small quiet">
              Version {texts[name].version}. Fingerprint of these exact words (SHA-256):{" "}
              <code>{texts[name].sha256}</code>
            </p>
          </>
        )}
      </AsyncView>
    </article>
  );
}
