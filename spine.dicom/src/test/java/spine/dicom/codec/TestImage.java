package spine.dicom.codec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/**
 * A grey image with what decoders stumble over: a black corner, runs, a ramp, single extreme values, noise, sizes that are no multiple
 * of a block.
 */
record TestImage(int frames, int rows, int columns, int bitsAllocated, int bitsStored, boolean signed) {

    static TestImage of(int bitsAllocated, int bitsStored, boolean signed) {
        return new TestImage(1, 45, 67, bitsAllocated, bitsStored, signed);
    }

    TestImage withFrames(int count) {
        return new TestImage(count, rows, columns, bitsAllocated, bitsStored, signed);
    }

    TestImage sized(int height, int width) {
        return new TestImage(frames, height, width, bitsAllocated, bitsStored, signed);
    }

    /** Native pixels of all frames, little endian. */
    byte[] cells() {
        Random random = new Random(bitsStored);
        int size = bitsAllocated / 8;
        byte[] cells = new byte[frames * rows * columns * size];
        int least = signed ? -(1 << bitsStored - 1) : 0;
        int range = (1 << bitsStored) - 1;
        for (int i = 0; i < cells.length / size; i++) {
            int row = i / columns % rows;
            int column = i % columns;
            int value = row < 6 && column < 9 ? 0 : row < 12 ? least + range : row < 22 ? least + range * column / columns
                    : column < 9 ? 3 : random.nextInt(4) == 0 ? least + random.nextInt(range + 1) : random.nextInt(1 + range / 8);
            value = row == 13 && column % 5 == 0 ? least : value;
            for (int b = 0; b < size; b++) {
                cells[i * size + b] = (byte) (value >> 8 * b);
            }
        }
        return cells;
    }

    void write(Path file) throws IOException {
        DicomObject image = new DicomObject()
                .text(Tag.SOPClassUID, "UI", frames > 1 ? "1.2.840.10008.5.1.4.1.1.7.3" : "1.2.840.10008.5.1.4.1.1.7")
                .text(Tag.SOPInstanceUID, "UI", "1.2.3." + frames + "." + bitsStored)
                .text(Tag.PhotometricInterpretation, "CS", "MONOCHROME2")
                .text(Tag.PatientName, "PN", "").text(Tag.PatientID, "LO", "1").text(Tag.Modality, "CS", "OT")
                .unsignedShorts(Tag.SamplesPerPixel, 1).unsignedShorts(Tag.Rows, rows).unsignedShorts(Tag.Columns, columns)
                .unsignedShorts(Tag.BitsAllocated, bitsAllocated).unsignedShorts(Tag.BitsStored, bitsStored)
                .unsignedShorts(Tag.HighBit, bitsStored - 1).unsignedShorts(Tag.PixelRepresentation, signed ? 1 : 0)
                .integers(Tag.NumberOfFrames, frames)
                .put(DicomElement.of(Tag.PixelData, bitsAllocated == 8 ? "OB" : "OW", cells()));
        try (OutputStream out = Files.newOutputStream(file)) {
            new NativeDicomCodec().write(image, out);
        }
    }
}
