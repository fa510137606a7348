import { PageHead } from "../../shell/PageHead.tsx";

export default function Passkeys() {
  return <PageHead title="Passkeys" />;
}
