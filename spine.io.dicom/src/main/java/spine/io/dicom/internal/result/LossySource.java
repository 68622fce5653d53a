package spine.io.dicom.internal.result;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import spine.api.image.Slice;
import spine.dicom.DicomObject;
import spine.dicom.LossyCompression;
import spine.dicom.Tag;

/** What is made from images that lost information in compression says so, too (PS3.3 C.7.6.1.1.5). */
public final class LossySource {
    private static final Pattern METHOD = Pattern.compile("[A-Z0-9_ ]{1,16}");

    private final SourceImages images;

    public LossySource(SourceImages images) {
        this.images = images;
    }

    /** Adds the attributes to an object made from the slices: those of the first that was compressed with loss. */
    public void describe(DicomObject object, Collection<Slice> slices) {
        Slice lossy = slices.stream().filter(slice -> LossyCompression.applies(images.header(slice))).findFirst().orElse(null);
        object.text(LossyCompression.LossyImageCompression, "CS", lossy == null ? "00" : "01");
        if (lossy == null) {
            return;
        }
        DicomObject header = images.header(lossy);
        List<String> ratios = header.texts(LossyCompression.LossyImageCompressionRatio).stream()
                .filter(ratio -> !StandardValue.of("DS", ratio).isEmpty()).toList();
        object.text(LossyCompression.LossyImageCompressionRatio, "DS",
                (ratios.isEmpty() ? List.of(ratio(lossy, header)) : ratios).toArray(String[]::new));
        List<String> methods = LossyCompression.methods(header).stream().filter(method -> METHOD.matcher(method).matches()).toList();
        if (!methods.isEmpty()) {
            object.text(LossyCompression.LossyImageCompressionMethod, "CS", methods.toArray(String[]::new));
        }
    }

    /** The standard wants an approximate one: pixels to file. */
    private static String ratio(Slice slice, DicomObject header) {
        double pixels = (double) header.integer(Tag.Rows, 1) * header.integer(Tag.Columns, 1) * header.integer(Tag.BitsAllocated, 16) / 8
                * header.integer(Tag.NumberOfFrames, 1);
        return String.format(Locale.ROOT, "%.1f", Math.max(1, pixels / length(slice)));
    }

    private static double length(Slice slice) {
        try {
            return slice.source().isPresent() ? Files.size(Path.of(slice.source().get())) : Double.POSITIVE_INFINITY;
        } catch (IOException gone) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
