package spine.dicom.internal.jpeg2000;

import spine.api.UnusableInputException;

/**
 * How an image is divided.
 *
 * @param tileWidth of the largest tile
 * @param tileHeight of the largest tile
 * @param tiles number of them
 * @param components number of them
 * @param name names the image in messages
 */
record TileGrid(long tileWidth, long tileHeight, long tiles, int components, String name) {
    private static final int MOST_LEVELS = 32;
    private static final int LARGEST_BLOCK_EXPONENT = 10;
    /** A decoder keeps a few hundred bytes for each. */
    private static final long MOST_BLOCKS = 1 << 18;
    /** It goes through each, even if nothing is in it. */
    private static final long MOST_PACKETS = 1 << 20;
    private static final int LARGEST_PRECINCT = 15;

    /**
     * Looks at a coding style (A.6.1).
     *
     * @param layers number of quality layers
     * @param precincts whether sizes of precincts follow
     * @param at where the parameters begin: levels, width and height of code blocks, style, transformation, precincts
     * @throws UnusableInputException if there would be too much to go through, or if it is impossible
     */
    void check(int layers, boolean precincts, int at, byte[] encoded) throws UnusableInputException {
        int levels = encoded[at] & 0xff;
        int blockWidth = (encoded[at + 1] & 15) + 2;
        int blockHeight = (encoded[at + 2] & 15) + 2;
        if (levels > MOST_LEVELS || blockWidth > LARGEST_BLOCK_EXPONENT || blockHeight > LARGEST_BLOCK_EXPONENT
                || precincts && at + 5 + levels >= encoded.length) {
            throw new UnusableInputException(name + " is damaged: the coding style of its JPEG 2000 codestream makes no sense");
        }
        long packets = 0;
        long blocks = 0;
        for (int resolution = 0; resolution <= levels; resolution++) {
            int size = precincts ? encoded[at + 5 + resolution] & 0xff : LARGEST_PRECINCT << 4 | LARGEST_PRECINCT;
            long columns = scaled(tileWidth, levels - resolution);
            long rows = scaled(tileHeight, levels - resolution);
            long across = scaled(columns, size & 15) + 1;
            long down = scaled(rows, size >>> 4) + 1;
            packets += layers * across * down;
            int halving = resolution == 0 ? 0 : 1;
            long blocksAcross = scaled(columns, Math.min(blockWidth + halving, size & 15)) + 1;
            long blocksDown = scaled(rows, Math.min(blockHeight + halving, size >>> 4)) + 1;
            blocks += (resolution == 0 ? 1 : 3) * blocksAcross * blocksDown;
        }
        if (packets * tiles * components > MOST_PACKETS || blocks * tiles * components > MOST_BLOCKS) {
            throw new UnusableInputException(name + " is damaged: its JPEG 2000 codestream is divided into too many parts");
        }
    }

    private static long scaled(long size, int exponent) {
        return size + (1L << exponent) - 1 >> exponent;
    }
}
