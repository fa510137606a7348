import { PageHead } from "../../shell/PageHead.tsx";

export default function OneTransfer() {
  return <PageHead title="Transfer" />;
}
