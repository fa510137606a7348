import { Outlet, useRouterState } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ButtonLink } from "../design/Button.tsx";
import { Footer } from "./Footer.tsx";
import { Offline } from "./Offline.tsx";
import { SkipLink } from "./SkipLink.tsx";
import { Wordmark } from "./Wordmark.tsx";
import "./shell.css";

/** Around every screen that is read without signing in. */
export default function PublicLayout({ children }: { children?: ReactNode }) {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  return (
    <div className="public">
      <SkipLink />
      <header className="public-head">
        <Wordmark />
        {path === "/" || path.startsWith("/texts") ? (
          <ButtonLink to="/sign-in" look="calm">
            Sign in
          </ButtonLink>
        ) : null}
      </header>
      <main id="main" tabIndex={-1}>
        <Offline />
        {children ?? <Outlet />}
      </main>
      <Footer />
    </div>
  );
}
