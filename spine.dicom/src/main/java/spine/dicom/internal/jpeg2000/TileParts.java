package spine.dicom.internal.jpeg2000;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tile-parts of a codestream. Each says how many its tile has (A.4.2, TNsot), some writers a wrong number; a decoder that believes it
 * leaves out the last ones, and with them the last bits of the samples, without a word.
 */
final class TileParts {
    private static final int COUNT_OFFSET = 11;

    private final Map<Integer, List<Integer>> positionsByTile = new HashMap<>();

    /** @param position of the SOT marker */
    void add(int tile, int position) {
        positionsByTile.computeIfAbsent(tile, t -> new ArrayList<>()).add(position);
    }

    /** The codestream with right numbers: the same array if they are. */
    byte[] corrected(byte[] encoded) {
        byte[] corrected = encoded;
        for (List<Integer> positions : positionsByTile.values()) {
            for (int position : positions) {
                int announced = encoded[position + COUNT_OFFSET] & 0xff;
                if (announced != 0 && announced != positions.size()) {
                    corrected = corrected == encoded ? encoded.clone() : corrected;
                    corrected[position + COUNT_OFFSET] = (byte) positions.size();
                }
            }
        }
        return corrected;
    }
}
