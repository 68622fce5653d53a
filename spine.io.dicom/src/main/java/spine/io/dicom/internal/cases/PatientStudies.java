package spine.io.dicom.internal.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.Tag;
import spine.io.dicom.internal.study.AnnotatedStudy;

/**
 * The studies of one patient. Whose they are is used to put them together and then forgotten.
 *
 * @param studies at least one
 */
record PatientStudies(List<AnnotatedStudy> studies) {

    /** By PatientID, and where that is absent by the uppermost folder; in the order of their first studies. */
    static List<PatientStudies> group(List<AnnotatedStudy> studies, Path root, DicomCodec codec)
            throws UnusableInputException, IOException {
        Map<String, List<AnnotatedStudy>> byKey = new LinkedHashMap<>();
        for (AnnotatedStudy study : studies) {
            byKey.computeIfAbsent(key(study, root, codec), key -> new ArrayList<>()).add(study);
        }
        return byKey.values().stream().map(PatientStudies::new).toList();
    }

    private static String key(AnnotatedStudy study, Path root, DicomCodec codec) throws UnusableInputException, IOException {
        String id = codec.read(study.firstImage(), false).text(Tag.PatientID);
        return id.isEmpty() ? "folder " + root.relativize(study.firstImage()).getName(0) : "id " + id;
    }
}
