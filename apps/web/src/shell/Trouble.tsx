import type { ErrorComponentProps } from "@tanstack/react-router";
import { Compass, RotateCw } from "lucide-react";
import { wordsOf } from "../api/problem.ts";
import { Button, ButtonLink } from "../design/Button.tsx";
import { EmptyState, Notice, Skeleton } from "../design/surface.tsx";
import { PageHead } from "./PageHead.tsx";
import PublicLayout from "./PublicLayout.tsx";

/** A screen that could not be drawn. */
export function ScreenTrouble({ error, reset }: ErrorComponentProps) {
  const { title, detail } = wordsOf(error);
  return (
    <div className="trouble">
      <PageHead title={title} />
      <Notice look="problem" live>
        <p>{detail}</p>
        <div className="actions">
          <Button look="calm" icon={RotateCw} onClick={reset}>
            Try again
          </Button>
        </div>
      </Notice>
    </div>
  );
}

export function NothingHere() {
  return (
    <div className="trouble">
      <PageHead title="There is nothing here for you" />
      <EmptyState icon={Compass} title="It is not there, or it is not yours">
        <p>Check the address, or start again from the first page.</p>
        <ButtonLink to="/" look="main">
          To the first page
        </ButtonLink>
      </EmptyState>
    </div>
  );
}

/** An address that belongs to no place at all: with a frame of its own around it. */
export function NothingAtThisAddress() {
  return (
    <PublicLayout>
      <NothingHere />
    </PublicLayout>
  );
}

export function ScreenWaiting() {
  return (
    <div className="trouble" aria-busy="true">
      <span className="unseen">Loading</span>
      <Skeleton height="2.5rem" />
      <Skeleton height="6rem" lines={3} />
    </div>
  );
}
