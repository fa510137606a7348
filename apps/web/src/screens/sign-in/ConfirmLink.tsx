import { ButtonLink } from "../../design/Button.tsx";
import { Notice } from "../../design/surface.tsx";
import { PageHead } from "../../shell/PageHead.tsx";

/** Where the mail's link ends, after the server has confirmed the address or found the link used up. */
export default function ConfirmLink() {
  return window.location.hash === "#done" ? <Confirmed /> : <Over />;
}

function Confirmed() {
  return (
    <div className="narrow">
      <PageHead title="Your address is confirmed" key="done" />
      <div className="stack">
        <Notice look="done" live>
          <p>If the page where you signed up is still open, it goes on by itself. Otherwise sign in here.</p>
        </Notice>
        <div className="actions">
          <ButtonLink to="/sign-in" look="main">
            Sign in
          </ButtonLink>
        </div>
      </div>
    </div>
  );
}

function Over() {
  return (
    <div className="narrow">
      <PageHead title="This link has run out" />
      <div className="stack">
        <p>
          It was used already, is not whole, or is too old. If your address is confirmed, sign in. If not, sign up
          again.
        </p>
        <div className="actions">
          <ButtonLink to="/sign-in" look="main">
            Sign in
          </ButtonLink>
          <ButtonLink to="/sign-up">Sign up</ButtonLink>
        </div>
      </div>
    </div>
  );
}
