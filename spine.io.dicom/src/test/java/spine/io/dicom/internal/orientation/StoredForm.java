package spine.io.dicom.internal.orientation;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import spine.api.image.Vec3;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/**
 * One of the eight ways to store the same image of 16 bits: other pixels first, and an orientation that says so. Where it lies follows from
 * the places of three pixels, not from the code under test.
 *
 * @param number 0 for the image as it is, to 7
 */
public record StoredForm(int number) {

    /** Stores the image in that form. */
    public void apply(DicomObject image) {
        int rows = image.integer(Tag.Rows, 0);
        int columns = image.integer(Tag.Columns, 0);
        boolean transposed = (number & 1) != 0;
        int storedRows = transposed ? columns : rows;
        int storedColumns = transposed ? rows : columns;
        short[] old = new short[rows * columns];
        ByteBuffer.wrap(image.element(Tag.PixelData).orElseThrow().bytes()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(old);
        ByteBuffer bytes = ByteBuffer.allocate(2 * old.length).order(ByteOrder.LITTLE_ENDIAN);
        Vec3[][] places = new Vec3[storedRows][storedColumns];
        for (int r = 0; r < storedRows; r++) {
            for (int c = 0; c < storedColumns; c++) {
                int row = transposed ? c : r;
                int column = transposed ? r : c;
                row = (number & 2) != 0 ? rows - 1 - row : row;
                column = (number & 4) != 0 ? columns - 1 - column : column;
                bytes.putShort(old[row * columns + column]);
                places[r][c] = place(image, row, column);
            }
        }
        Vec3 along = places[0][1].minus(places[0][0]);
        Vec3 down = places[1][0].minus(places[0][0]);
        image.unsignedShorts(Tag.Rows, storedRows).unsignedShorts(Tag.Columns, storedColumns)
                .put(DicomElement.of(Tag.PixelData, "OW", bytes.array()))
                .decimals(Tag.ImagePositionPatient, places[0][0].x(), places[0][0].y(), places[0][0].z())
                .decimals(Tag.ImageOrientationPatient, along.unit().x(), along.unit().y(), along.unit().z(), down.unit().x(),
                        down.unit().y(), down.unit().z())
                .decimals(Tag.PixelSpacing, down.length(), along.length());
    }

    private static Vec3 place(DicomObject image, int row, int column) {
        double[] origin = image.numbers(Tag.ImagePositionPatient);
        double[] direction = image.numbers(Tag.ImageOrientationPatient);
        double[] spacing = image.numbers(Tag.PixelSpacing);
        return new Vec3(origin[0], origin[1], origin[2])
                .plus(new Vec3(direction[0], direction[1], direction[2]).times(column * spacing[1]))
                .plus(new Vec3(direction[3], direction[4], direction[5]).times(row * spacing[0]));
    }
}
