package spine.phantom.internal.realism;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import spine.api.UnusableInputException;
import spine.dicom.Tag;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.dicom.pixel.DicomImage;

/** Real volumes with outlined bodies in {@code shared/data/real} beside the checkout, read in place. */
final class RealVolumes {
    private static final String FOLDER = "shared/data/real";
    private static final int FIRST_DISC = 100;
    private static final int MIDDLE = 5;

    private RealVolumes() {
    }

    /** The middle slices of a case; skips the test, with a message, where the folder is absent. */
    static List<LabelledSlice> middle(String name) throws IOException, UnusableInputException {
        Path cases = folder().resolve(name);
        ByteBuffer truth;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(cases.resolve("truth.nii.gz")))) {
            truth = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        }
        int columns = truth.getShort(42);
        int rows = truth.getShort(44);
        int slices = truth.getShort(46);
        int voxels = (int) truth.getFloat(108);
        List<LabelledSlice> read = new ArrayList<>();
        for (int k = Math.max(0, (slices - MIDDLE) / 2); k < Math.min(slices, (slices + MIDDLE) / 2); k++) {
            Path file = cases.resolve("%03d.dcm".formatted(k));
            int first = voxels + k * rows * columns;
            try (DicomImage image = new DecodedImages(new NativeDicomCodec()).open(file)) {
                read.add(LabelledSlice.of(image.grey(0).values(), rows, columns, image.header().numbers(Tag.PixelSpacing)[0],
                        i -> (truth.get(first + i) & 255) < FIRST_DISC ? truth.get(first + i) : 0));
            }
        }
        return read;
    }

    private static Path folder() {
        String set = System.getProperty("spine.shared");
        if (set != null) {
            return present(Path.of(set, "data", "real"));
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve(FOLDER))) {
            folder = folder.getParent();
        }
        return present(folder == null ? Path.of(FOLDER) : folder.resolve(FOLDER));
    }

    private static Path present(Path folder) {
        Assumptions.assumeTrue(Files.isDirectory(folder), "real volumes are not here, test skipped: " + folder);
        return folder;
    }
}
