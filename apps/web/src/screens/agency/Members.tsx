import { PageHead } from "../../shell/PageHead.tsx";

export default function Members() {
  return <PageHead title="Members" />;
}
