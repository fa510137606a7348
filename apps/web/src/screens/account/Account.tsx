import { PageHead } from "../../shell/PageHead.tsx";

export default function Account() {
  return <PageHead title="Account" />;
}
