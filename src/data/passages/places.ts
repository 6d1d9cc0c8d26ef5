import { listed, type Split } from './split.ts';

/** Towns that no map knows. */
export const places: Split<string> = {
  seen: listed(`Aldermere, Amberton, Barrow Cross, Belmora, Brackwell, Calder, Casterfield, Cold Harbour, Dunmoor, Eastwick
    Bay, Elmstad, Fallowbridge, Farholm, Glenarch, Grauwald, Halden, High Norton, Ilmensee, Jarrowby, Kelmar, Kingsgate,
    Lakemont, Larkhill, Little Ostrava, Marlen, Millbrook, Nethersea, Nordhaven, Oakhurst, Old Varna, Penhallow, Port
    Ellery, Quarrydale, Ravensholt, Redcliff, Saltmarsh, Santa Orla, Silverford, Stonebeck, Tarnow, Thornfield,
    Upper Weir, Valmont, Westerby, Windhaven, Wolfach`),
  heldOut:
    listed(`Ashcombe, Birchen Mill, Copperas, Dovergill, Fenwold, Gull Point, Hagenau, Kirkdene, Long Sutter,
    Montrava, New Halmar, Osterby, Rookwell, Sandvik`),
};
