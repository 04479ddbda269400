/** Every picture of the paper, in the order they are drawn. */
import { aSchoolInThreeLanguages } from './a-school-in-three-languages.mjs';
import { aWinterAtTheMaritimeMuseum } from './a-winter-at-the-maritime-museum.mjs';
import { aldouWinsCityHall } from './aldou-wins-city-hall.mjs';
import { astridMoleKeeper } from './astrid-mole-keeper.mjs';
import { brassBandRehearsal } from './brass-band-rehearsal.mjs';
import { brassBandTuba } from './brass-band-tuba.mjs';
import { bridgeInspectionReport } from './bridge-inspection-report.mjs';
import { ferryStrikeEnds } from './ferry-strike-ends.mjs';
import { grainShipWaitsForPapers } from './grain-ship-waits-for-papers.mjs';
import { harbourIceLive } from './harbour-ice-live.mjs';
import { herringComeBack } from './herring-come-back.mjs';
import { marketHallRoof } from './market-hall-roof.mjs';
import { nameWithdrawn } from './name-withdrawn.mjs';
import { nightShiftCab } from './night-shift-cab.mjs';
import { nightShiftDawn } from './night-shift-dawn.mjs';
import { nightShiftLashers } from './night-shift-lashers.mjs';
import { nightShiftOnTerminal4 } from './night-shift-on-terminal-4.mjs';
import { oilSheenOffHolm } from './oil-sheen-off-holm.mjs';
import { regattaInNoWind } from './regatta-in-no-wind.mjs';
import { stormBarrierClosesInTest } from './storm-barrier-closes-in-test.mjs';
import { talksThirdRound } from './talks-third-round.mjs';
import { theDocksideBrassBand } from './the-dockside-brass-band.mjs';
import { theDrownedBell } from './the-drowned-bell.mjs';
import { theIceWinter1 } from './the-ice-winter-1.mjs';
import { theIceWinter2 } from './the-ice-winter-2.mjs';
import { theLibraryBoat } from './the-library-boat.mjs';
import { thePilotWhoReadsTheFog } from './the-pilot-who-reads-the-fog.mjs';
import { tramLine7Opens } from './tram-line-7-opens.mjs';
import { whoOwnsTheQuay1 } from './who-owns-the-quay-1.mjs';
import { whoOwnsTheQuay3 } from './who-owns-the-quay-3.mjs';

export const scenes = [
  harbourIceLive,
  theIceWinter2,
  theIceWinter1,
  nightShiftOnTerminal4,
  nightShiftCab,
  nightShiftLashers,
  nightShiftDawn,
  tramLine7Opens,
  marketHallRoof,
  aldouWinsCityHall,
  aSchoolInThreeLanguages,
  bridgeInspectionReport,
  ferryStrikeEnds,
  thePilotWhoReadsTheFog,
  astridMoleKeeper,
  herringComeBack,
  stormBarrierClosesInTest,
  grainShipWaitsForPapers,
  regattaInNoWind,
  oilSheenOffHolm,
  talksThirdRound,
  whoOwnsTheQuay1,
  theDrownedBell,
  aWinterAtTheMaritimeMuseum,
  nameWithdrawn,
  whoOwnsTheQuay3,
  theDocksideBrassBand,
  brassBandTuba,
  brassBandRehearsal,
  theLibraryBoat,
];
