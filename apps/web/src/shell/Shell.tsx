import { Link, Outlet, useMatches } from "@tanstack/react-router";
import { ArrowLeftRight, CircleUserRound, LogOut, Plus } from "lucide-react";
import { useState } from "react";
import type { Me } from "../api/types.ts";
import { Button, ButtonLink } from "../design/Button.tsx";
import { AccountNotices } from "./AccountNotices.tsx";
import { Flash } from "./Flash.tsx";
import { Footer } from "./Footer.tsx";
import { bars, type MenuItem, menus } from "./menu.ts";
import { Offline } from "./Offline.tsx";
import { SecondFactorFirst } from "./SecondFactorFirst.tsx";
import { SkipLink } from "./SkipLink.tsx";
import { homes, type Place, placeAt, placesOf, signOut } from "./session.ts";
import { useMe } from "./useMe.ts";
import { Wordmark } from "./Wordmark.tsx";
import "./shell.css";

/** Around every screen behind the sign-in: the menu of the place one is in, and its screen. */
export default function Shell() {
  const me = useMe();
  // Of the screen that is shown, not of the one that is still loading: a locked screen must not run meanwhile.
  const path = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? "" });
  const place = placeAt(path, me);
  const locked = place !== "locum" && me.secondFactor.needed && !me.secondFactor.on && !path.startsWith("/account");
  return (
    <div className="shell">
      <SkipLink />
      <header className="top">
        <Wordmark to={homes[place]} />
        <Link to="/account" className="top-account">
          <CircleUserRound size={22} aria-hidden /> Account
        </Link>
      </header>
      <SideMenu me={me} place={place} />
      <div className="content">
        <main id="main" tabIndex={-1}>
          <Offline />
          <AccountNotices me={me} />
          <Flash />
          {locked ? <SecondFactorFirst place={place} /> : <Outlet />}
        </main>
        <Footer />
      </div>
      <BottomBar place={place} />
    </div>
  );
}

function SideMenu({ me, place }: { me: Me; place: Place }) {
  const others = placesOf(me).filter((other) => other !== place);
  return (
    <header className="side">
      <Wordmark to={homes[place]} />
      {place === "agency" && me.agency ? (
        <p className="side-place" dir="auto">
          {me.agency.name}
        </p>
      ) : null}
      {place === "locum" ? (
        <ButtonLink to="/documents/add" look="main" icon={Plus} wide>
          Add a document
        </ButtonLink>
      ) : null}
      <nav aria-label="Places">
        <ul className="side-menu">
          {menus[place].map((item) => (
            <li key={item.text}>
              <MenuLink item={item} />
            </li>
          ))}
        </ul>
      </nav>
      <div className="side-foot">
        {others.map((other) => (
          <PlaceLink key={other} me={me} place={other} />
        ))}
        <p className="small quiet">
          Signed in as <bdi>{me.name}</bdi>
        </p>
        <SignOut />
      </div>
    </header>
  );
}

/** To the person's other place: a member of an agency keeps papers of their own too. */
export function PlaceLink({ me, place }: { me: Me; place: Place }) {
  return (
    <Link to={homes[place]} className="side-link">
      <ArrowLeftRight size={20} aria-hidden />
      <span>{place === "agency" ? `To ${me.agency?.name ?? "the agency"}` : "To my passport"}</span>
    </Link>
  );
}

export function SignOut() {
  const [busy, setBusy] = useState(false);
  const leave = () => {
    setBusy(true);
    signOut().catch(() => setBusy(false));
  };
  return (
    <Button look="bare" icon={LogOut} busy={busy && "Signing out"} onClick={leave}>
      Sign out
    </Button>
  );
}

function MenuLink({ item }: { item: MenuItem }) {
  const { icon: Icon } = item;
  return (
    <Link to={item.to} activeOptions={{ exact: item.exact ?? false }} className="side-link">
      <Icon size={22} aria-hidden />
      <span>{item.text}</span>
    </Link>
  );
}

function BottomBar({ place }: { place: Place }) {
  const items = bars[place];
  return (
    <nav aria-label="Places" className="bottom">
      {items.map((item, at) => (
        <span key={item.text} className="bottom-slot">
          {place === "locum" && at === items.length / 2 ? (
            <Link to="/documents/add" className="bottom-add">
              <span>
                <Plus size={24} aria-hidden />
              </span>
              Add
            </Link>
          ) : null}
          <MenuLink item={item} />
        </span>
      ))}
    </nav>
  );
}
