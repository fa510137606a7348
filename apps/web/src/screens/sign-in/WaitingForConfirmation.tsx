import { PageHead } from "../../shell/PageHead.tsx";

export default function WaitingForConfirmation() {
  return <PageHead title="WaitingForConfirmation" />;
}
