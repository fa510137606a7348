import { starterFacts, starterOverlays, starterProfiles } from "../generated/profiles.ts";
import type { Fact, Overlay, Profile } from "./profile.ts";

export { starterFacts, starterOverlays, starterProfiles };

export function starterProfile(id: string): Profile | undefined {
  return starterProfiles.find((profile) => profile.id === id);
}
export function starterOverlay(id: string): Overlay | undefined {
  return starterOverlays.find((overlay) => overlay.id === id);
}
export function starterFact(id: string): Fact | undefined {
  return starterFacts.find((fact) => fact.id === id);
}
