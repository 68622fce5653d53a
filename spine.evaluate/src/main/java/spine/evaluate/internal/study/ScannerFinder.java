package spine.evaluate.internal.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.dicom.Tag;

/**
 * Reads the scanner from the images, since reports do not name it: where the truth lies in a folder of its study,
 * the series lie in folders beside it, and one header is enough. Elsewhere the scanner stays unknown.
 */
public final class ScannerFinder {
    private static final List<String> VENDORS =
            List.of("GE", "Siemens", "Philips", "Canon", "Toshiba", "Hitachi", "Fujifilm", "United Imaging");

    private final DicomCodec codec;

    public ScannerFinder(DicomCodec codec) {
        this.codec = codec;
    }

    /** @param truth of the study */
    public ScannerIdentity of(StudyReport truth) throws IOException {
        Path study = truth.folder().getParent();
        if (study == null) {
            return ScannerIdentity.UNKNOWN;
        }
        Set<String> series = truth.stacks().stream().map(StackGeometry::seriesInstanceUid).collect(Collectors.toSet());
        for (Path folder : list(study)) {
            if (Files.isDirectory(folder) && !folder.equals(truth.folder())) {
                for (Path file : list(folder).stream().filter(Files::isRegularFile).limit(1).toList()) {
                    DicomObject header = header(file);
                    if (series.contains(header.text(Tag.SeriesInstanceUID))
                            && header.text(Tag.StudyInstanceUID).equals(truth.studyInstanceUid())) {
                        return new ScannerIdentity(vendor(header.text(Tag.Manufacturer)), header.number(Tag.MagneticFieldStrength));
                    }
                }
            }
        }
        return ScannerIdentity.UNKNOWN;
    }

    private DicomObject header(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return codec.read(in, file.toString(), false);
        } catch (UnusableInputException notDicom) {
            return new DicomObject();
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    /** {@code SIEMENS} and {@code Siemens Healthineers} are the same vendor. */
    private static String vendor(String manufacturer) {
        String word = manufacturer.toLowerCase(Locale.ROOT);
        return VENDORS.stream().filter(vendor -> (word + " ").startsWith(vendor.toLowerCase(Locale.ROOT)
                + (vendor.equals("GE") ? " " : ""))).findFirst().orElse(manufacturer.strip());
    }
}
