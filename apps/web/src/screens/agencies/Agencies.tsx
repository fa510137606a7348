import { PageHead } from "../../shell/PageHead.tsx";

export default function Agencies() {
  return <PageHead title="Agencies" />;
}
