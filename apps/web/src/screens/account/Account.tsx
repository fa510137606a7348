import { Link, type LinkProps } from "@tanstack/react-router";
import {
  BellRing,
  Fingerprint,
  KeyRound,
  Laptop,
  type LucideIcon,
  ScrollText,
  ShieldCheck,
  Smartphone,
  UserRound,
} from "lucide-react";
import { count } from "../../design/words.ts";
import { PageHead } from "../../shell/PageHead.tsx";
import { PlaceLink, SignOut } from "../../shell/Shell.tsx";
import { placesOf } from "../../shell/session.ts";
import { useMe } from "../../shell/useMe.ts";
import { Consents } from "./Consents.tsx";
import "./account.css";

/** Who one is here and how one signs in: each in a screen of its own. */
export default function Account() {
  const me = useMe();
  const { on, recoveryCodesLeft } = me.secondFactor;
  const locum = me.roles.includes("locum");
  return (
    <div className="stack loose">
      <PageHead title="Account" lead={me.email} />
      <ul className="account-list">
        {locum ? (
          <Row
            to="/account/details"
            icon={UserRound}
            title="Your details"
            says="Names, birth date, profession, addresses"
          />
        ) : null}
        {locum ? (
          <Row to="/account/reminders" icon={BellRing} title="Reminders" says="What we mail you, and your calendar" />
        ) : null}
        <Row to="/account/password" icon={KeyRound} title="Password" says="Change it" />
        <Row
          to="/account/second-factor"
          icon={Smartphone}
          title="Second factor"
          says={
            on
              ? `On. ${count(recoveryCodesLeft, "recovery code")} left`
              : "Off. A code from your phone, beside the password"
          }
        />
        <Row
          to="/account/passkeys"
          icon={Fingerprint}
          title="Passkeys"
          says={
            me.passkeys.length === 0
              ? "None. Sign in with your fingerprint, face or a security key"
              : count(me.passkeys.length, "passkey")
          }
        />
        <Row to="/account/devices" icon={Laptop} title="Devices" says="Where you are signed in" />
        <Row
          to="/account/texts"
          icon={ScrollText}
          title="What you agreed to"
          says="The licence and the privacy notice"
        />
      </ul>
      {locum ? <Consents me={me} /> : null}
      <div className="row account-foot narrow-only">
        {placesOf(me).length > 1 ? placesOf(me).map((place) => <PlaceLink key={place} me={me} place={place} />) : null}
        <SignOut />
      </div>
      {locum && !me.agency ? (
        <p className="small quiet row">
          <ShieldCheck size={18} aria-hidden /> Do you work for an agency?
          <Link to="/agencies">Ask for it to be approved</Link>
        </p>
      ) : null}
    </div>
  );
}

function Row({
  to,
  icon: Icon,
  title,
  says,
}: {
  to: NonNullable<LinkProps["to"]>;
  icon: LucideIcon;
  title: string;
  says: string;
}) {
  return (
    <li>
      <Link to={to}>
        <Icon size={22} aria-hidden />
        <span>
          <strong>{title}</strong>
          <span className="small quiet">{says}</span>
        </span>
      </Link>
    </li>
  );
}
