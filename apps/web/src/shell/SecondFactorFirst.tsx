import { KeyRound } from "lucide-react";
import { ButtonLink } from "../design/Button.tsx";
import { EmptyState } from "../design/surface.tsx";
import { PageHead } from "./PageHead.tsx";
import type { Place } from "./session.ts";

/** Whoever can open another person's papers needs a second factor first. */
export function SecondFactorFirst({ place }: { place: Place }) {
  return (
    <>
      <PageHead title="A second factor first" />
      <EmptyState icon={KeyRound} title="Here you can open other people's papers">
        <p>
          {place === "agency" ? "Everyone at an agency" : "Everyone on our team"} signs in with a second factor, so that
          a password alone opens nothing. It takes two minutes and an app on your phone.
        </p>
        <ButtonLink to="/account/second-factor" look="main">
          Turn on a second factor
        </ButtonLink>
      </EmptyState>
    </>
  );
}
