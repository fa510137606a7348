import { PageHead } from "../../shell/PageHead.tsx";

export default function ReplaceDocument() {
  return <PageHead title="ReplaceDocument" />;
}
