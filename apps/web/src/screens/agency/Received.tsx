import { PageHead } from "../../shell/PageHead.tsx";

export default function Received() {
  return <PageHead title="Received" />;
}
