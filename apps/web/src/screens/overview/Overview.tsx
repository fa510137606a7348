import { PageHead } from "../../shell/PageHead.tsx";

export default function Overview() {
  return <PageHead title="Overview" />;
}
