import { PageHead } from "../../shell/PageHead.tsx";

export default function Documents() {
  return <PageHead title="Documents" />;
}
