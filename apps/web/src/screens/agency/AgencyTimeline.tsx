import { PageHead } from "../../shell/PageHead.tsx";

export default function AgencyTimeline() {
  return <PageHead title="Timeline" />;
}
