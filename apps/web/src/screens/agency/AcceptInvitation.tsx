import { PageHead } from "../../shell/PageHead.tsx";

export default function AcceptInvitation() {
  return <PageHead title="Join an agency" />;
}
