import { PageHead } from "../../shell/PageHead.tsx";

export function Welcome() {
  return <PageHead title="Welcome" />;
}
