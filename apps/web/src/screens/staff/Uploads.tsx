import { PageHead } from "../../shell/PageHead.tsx";

export default function Uploads() {
  return <PageHead title="Uploads" />;
}
