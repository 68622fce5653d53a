package spine.dicom.internal.jpeg2000;

import java.nio.ByteBuffer;
import spine.api.UnusableInputException;

/**
 * Goes through the markers of a codestream before a decoder does (annex A), and counts what it would have to make room for: a few bytes
 * can announce millions of tiles, precincts and layers.
 */
final class CodestreamHeader {
    private static final int SIZ = 0xff51;
    private static final int CAP = 0xff50;
    private static final int COD = 0xff52;
    private static final int COC = 0xff53;
    private static final int PPM = 0xff60;
    private static final int PPT = 0xff61;
    private static final int SOT = 0xff90;
    private static final int SOD = 0xff93;
    private static final int EOC = 0xffd9;
    private static final int SIZ_FIXED = 38;
    private static final int MOST_TILES = 1 << 12;

    private final byte[] encoded;
    private final ByteBuffer in;
    private final int start;
    private final String name;
    private final TileParts tileParts = new TileParts();
    private TileGrid grid;
    private int components;

    CodestreamHeader(byte[] encoded, int start, String name) {
        this.encoded = encoded;
        this.in = ByteBuffer.wrap(encoded);
        this.start = start;
        this.name = name;
    }

    Codestream read() throws UnusableInputException {
        Codestream codestream = size();
        int at = start + 2;
        while (at + 4 <= encoded.length && unsignedShort(at) != EOC) {
            int marker = unsignedShort(at);
            int length = unsignedShort(at + 2);
            if (marker == SOT) {
                at = tilePart(at);
            } else {
                segment(marker, at + 4, length);
                at += 2 + Math.max(2, length);
            }
        }
        return codestream.of(tileParts.corrected(encoded));
    }

    private Codestream size() throws UnusableInputException {
        int at = start + 4;
        if (at + SIZ_FIXED > encoded.length) {
            throw cutOff();
        }
        long right = unsignedInt(at + 4);
        long bottom = unsignedInt(at + 8);
        long left = unsignedInt(at + 12);
        long top = unsignedInt(at + 16);
        long tileWidth = unsignedInt(at + 20);
        long tileHeight = unsignedInt(at + 24);
        long tileLeft = unsignedInt(at + 28);
        long tileTop = unsignedInt(at + 32);
        components = unsignedShort(at + 36);
        if (at + SIZ_FIXED + 3 * components > encoded.length) {
            throw cutOff();
        }
        boolean possible = right > left && bottom > top && tileWidth > 0 && tileHeight > 0 && tileLeft <= left && tileTop <= top
                && tileLeft + tileWidth > left && tileTop + tileHeight > top && components > 0;
        if (!possible || right > Integer.MAX_VALUE || bottom > Integer.MAX_VALUE) {
            throw new UnusableInputException(name + " is damaged: the size of its JPEG 2000 codestream makes no sense");
        }
        grid = new TileGrid(Math.min(tileWidth, right - tileLeft), Math.min(tileHeight, bottom - tileTop),
                ceil(right - tileLeft, tileWidth) * ceil(bottom - tileTop, tileHeight), components, name);
        if (grid.tiles() > MOST_TILES) {
            throw new UnusableInputException(name + " has " + grid.tiles() + " tiles in JPEG 2000; at most " + MOST_TILES + " are read");
        }
        int kind = encoded[at + SIZ_FIXED] & 0xff;
        for (int i = 0; i < components; i++) {
            int component = at + SIZ_FIXED + 3 * i;
            if ((encoded[component] & 0xff) != kind || encoded[component + 1] != 1 || encoded[component + 2] != 1) {
                throw new UnusableInputException(name + " has colours of different size or depth in JPEG 2000, which is not decoded");
            }
        }
        return new Codestream(encoded, start, bottom - top, right - left, components, (kind & 0x7f) + 1, (kind & 0x80) != 0);
    }

    /** Reads the header of a tile-part and goes behind its data. */
    private int tilePart(int from) throws UnusableInputException {
        if (from + 12 > encoded.length) {
            throw cutOff();
        }
        long length = unsignedInt(from + 6);
        long end = length == 0 ? encoded.length : from + length;
        if (length != 0 && length < 12 || end > encoded.length || length == 0 && !endsWithMarker()) {
            throw cutOff();
        }
        tileParts.add(unsignedShort(from + 4), from);
        int at = from + 12;
        while (at + 4 <= end && unsignedShort(at) != SOD) {
            int segment = unsignedShort(at + 2);
            segment(unsignedShort(at), at + 4, segment);
            at += 2 + Math.max(2, segment);
        }
        demandNoMarkers(at + 2, (int) end);
        return (int) end;
    }

    /** Packets never contain two bytes of ones (B.10.1, C.2.1); JJ2000 does not leave them again. */
    private void demandNoMarkers(int from, int end) throws UnusableInputException {
        for (int i = from; i + 1 < end; i++) {
            if (encoded[i] == -1 && encoded[i + 1] == -1) {
                throw new UnusableInputException(name + " is damaged: its JPEG 2000 codestream has a marker within its data");
            }
        }
    }

    private boolean endsWithMarker() {
        int end = encoded.length;
        while (end > start && encoded[end - 1] == 0) {
            end--;
        }
        return end - 2 >= start && unsignedShort(end - 2) == EOC;
    }

    private void segment(int marker, int at, int length) throws UnusableInputException {
        if (at - 2 + length > encoded.length) {
            throw cutOff();
        }
        if (marker == CAP) {
            throw new UnusableInputException(name + " is compressed with HTJ2K, which is not decoded");
        }
        if (marker == PPM || marker == PPT) {
            throw new UnusableInputException(name + " has packed packet headers in JPEG 2000, which are not decoded");
        }
        if (marker == COD && length >= 12) {
            grid.check(unsignedShort(at + 2), (encoded[at] & 1) != 0, at + 5, encoded);
        }
        int componentBytes = components < 257 ? 1 : 2;
        if (marker == COC && length >= 8 + componentBytes) {
            grid.check(1, (encoded[at + componentBytes] & 1) != 0, at + componentBytes + 1, encoded);
        }
    }

    private static long ceil(long value, long divisor) {
        return (value + divisor - 1) / divisor;
    }

    private int unsignedShort(int at) {
        return in.getShort(at) & 0xffff;
    }

    private long unsignedInt(int at) {
        return Integer.toUnsignedLong(in.getInt(at));
    }

    private UnusableInputException cutOff() {
        return new UnusableInputException(name + " is cut off: its JPEG 2000 codestream is not whole");
    }
}
