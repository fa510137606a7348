import { PageHead } from "../../shell/PageHead.tsx";

export default function OneDocument() {
  return <PageHead title="OneDocument" />;
}
