package spine.phantom.internal.core.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import spine.phantom.internal.core.lesion.LesionType;
import spine.phantom.internal.core.study.SyntheticStudy;

/** Writes {@code groups.csv}: which lesions and mimics the patient has, so that an evaluation can be split by them. */
final class LesionGroups {

    private LesionGroups() {
    }

    static void write(SyntheticStudy study, Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("by,group"));
        for (LesionType type : study.lesions().types()) {
            lines.add((type.counts() ? "lesion" : type.bone() ? "bone at lesions" : "look-alike") + "," + type.words());
        }
        Files.write(file, lines);
    }
}
