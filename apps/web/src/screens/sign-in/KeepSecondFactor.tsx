import { PageHead } from "../../shell/PageHead.tsx";

export default function KeepSecondFactor() {
  return <PageHead title="KeepSecondFactor" />;
}
