import { Link } from "@tanstack/react-router";
import "./shell.css";

export function Wordmark({ to = "/" }: { to?: "/" | "/overview" | "/agency" | "/staff/uploads" }) {
  return (
    <Link to={to} className="wordmark">
      <img src="/mark.svg" alt="" width={26} height={26} />
      Locum Passport
    </Link>
  );
}
