import { PageHead } from "../../shell/PageHead.tsx";

export default function SecondFactor() {
  return <PageHead title="SecondFactor" />;
}
