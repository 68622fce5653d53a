package spine.dicom.internal.jpeg2000;

import spine.api.UnusableInputException;
import spine.dicom.DicomLimits;
import spine.dicom.decode.DecodedFrame;
import spine.dicom.decode.FrameDecoder;
import spine.dicom.decode.FrameFormat;
import spine.dicom.internal.cell.CellWriter;

/** Decodes JPEG 2000 of up to 16 bits. Colours are what the codestream makes of its own colour transform. */
public final class Jpeg2000Decoder implements FrameDecoder {
    private static final int MOST_CELLS = DicomLimits.STANDARD.waveletSamples();
    private static final int LARGEST_PRECISION = 16;

    @Override
    public DecodedFrame decode(byte[] encoded, FrameFormat format, String name) throws UnusableInputException {
        Codestream codestream = Codestream.of(encoded, name);
        format.requireSize(codestream.rows(), codestream.columns(), codestream.components(), name);
        if (codestream.precision() > LARGEST_PRECISION || format.cells() > MOST_CELLS) {
            throw new UnusableInputException(name + " has JPEG 2000 frames of " + format.cells() + " samples of " + codestream.precision()
                    + " bits; at most " + MOST_CELLS + " of " + LARGEST_PRECISION + " are decoded");
        }
        CellWriter cells = new CellWriter(format, codestream.precision(), codestream.signed(), name);
        new TileDecoder(codestream, name).decode(cells);
        return cells.frame();
    }
}
