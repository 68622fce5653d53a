package spine.io.dicom.internal.cases;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import spine.api.UnusableInputException;
import spine.dicom.DicomCodec;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.io.dicom.internal.study.MaskedStudy;

/**
 * The studies of one patient. Whose they are is used to put them together and then forgotten.
 *
 * @param studies at least one
 */
record Patient(List<MaskedStudy> studies) {

    /** By PatientID, and where that is absent by the uppermost folder; in the order of their first studies. */
    static List<Patient> group(List<MaskedStudy> studies, Path root, DicomCodec codec) throws UnusableInputException, IOException {
        Map<String, List<MaskedStudy>> byKey = new LinkedHashMap<>();
        for (MaskedStudy study : studies) {
            byKey.computeIfAbsent(key(study, root, codec), key -> new ArrayList<>()).add(study);
        }
        return byKey.values().stream().map(Patient::new).toList();
    }

    private static String key(MaskedStudy study, Path root, DicomCodec codec) throws UnusableInputException, IOException {
        try (InputStream in = Files.newInputStream(study.firstImage())) {
            DicomObject header = codec.read(in, study.firstImage().toString(), false);
            String id = header.text(Tag.PatientID);
            return id.isEmpty() ? "folder " + root.relativize(study.firstImage()).getName(0) : "id " + id;
        }
    }
}
