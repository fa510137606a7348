import { PageHead } from "../../shell/PageHead.tsx";

export default function Transfers() {
  return <PageHead title="Transfers" />;
}
