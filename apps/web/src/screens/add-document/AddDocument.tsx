import { PageHead } from "../../shell/PageHead.tsx";

export default function AddDocument() {
  return <PageHead title="AddDocument" />;
}
