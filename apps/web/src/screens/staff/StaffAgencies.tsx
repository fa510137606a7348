import { PageHead } from "../../shell/PageHead.tsx";

export default function StaffAgencies() {
  return <PageHead title="Agencies" />;
}
