import { PageHead } from "../../shell/PageHead.tsx";

export default function OneReceived() {
  return <PageHead title="Received copies" />;
}
