import { PageHead } from "../../shell/PageHead.tsx";

export default function Devices() {
  return <PageHead title="Devices" />;
}
