import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { post } from "../../api/client.ts";
import { meQuery, queryClient, termsQuery } from "../../api/queries.ts";
import { AsyncView } from "../../design/AsyncView.tsx";
import { Button } from "../../design/Button.tsx";
import { dayInWords, dayOf } from "../../design/day.ts";
import { ErrorSummary } from "../../design/ErrorSummary.tsx";
import { Tick } from "../../design/Field.tsx";
import { Fact, Facts, Skeleton } from "../../design/surface.tsx";
import { FieldErrors, useSubmit } from "../../design/useSubmit.ts";
import { BackLink } from "../../shell/BackLink.tsx";
import { PageHead } from "../../shell/PageHead.tsx";
import { useMe } from "../../shell/useMe.ts";

const names = ["licence", "privacy"] as const;

/** What was agreed to, by version; and the newer versions to agree to, where there are any. */
export default function AcceptTexts() {
  const me = useMe();
  const navigate = useNavigate();
  const terms = useQuery(termsQuery);
  const waiting = names.some((name) => me.termsToAccept.includes(name));
  const form = useSubmit(async (values) => {
    if (!values.ticked("terms"))
      throw new FieldErrors([{ field: "terms", message: "Read both texts and tick that you accept them" }]);
    await post("/api/me/terms", { licence: terms.data?.licence.version, privacy: terms.data?.privacy.version });
    await queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
    await navigate({ to: "/account", state: { flash: "Recorded. Your timeline shows it too." } });
  });
  return (
    <>
      <PageHead
        title={waiting ? "Our texts have changed" : "What you agreed to"}
        back={<BackLink to="/account">Account</BackLink>}
      />
      <AsyncView query={terms} waiting={<Skeleton height="4rem" lines={2} />}>
        {(texts) => (
          <div className="stack loose">
            <Facts>
              {names.map((name) => {
                const accepted = me.acceptedTerms[name];
                return (
                  <Fact
                    key={name}
                    label={texts[name].title}
                    act={
                      <Link to="/texts/$name" params={{ name }}>
                        Read<span className="unseen"> {texts[name].title}</span>
                      </Link>
                    }
                  >
                    {accepted
                      ? `Version ${accepted.version}, accepted ${dayInWords(dayOf(accepted.at))}`
                      : "Not accepted yet"}
                    {me.termsToAccept.includes(name) ? `. The current one is ${texts[name].version}` : ""}
                  </Fact>
                );
              })}
            </Facts>
            {waiting ? (
              <form className="form" {...form.form}>
                <ErrorSummary errors={form.errors} attempt={form.attempt} />
                <Tick
                  name="terms"
                  label="I have read and accept the current licence and privacy notice"
                  error={form.errorOf("terms")}
                />
                <div className="actions">
                  <Button type="submit" busy={form.busy && "Recording"}>
                    Accept the current texts
                  </Button>
                </div>
              </form>
            ) : null}
          </div>
        )}
      </AsyncView>
    </>
  );
}
