package spine.api.deidentification;

import java.util.List;

/**
 * What became of the files. Sentences name files by their path, for the person who gave them, and say nothing else about a patient.
 *
 * @param images how many were written
 * @param studies how many they belong to
 * @param patients how many these belong to
 * @param keyMade whether the key is new
 * @param leftOut one sentence for each reason why DICOM files were not written, although they can be read
 * @param unusable one sentence for each DICOM file that cannot be read
 * @param notDicom how many other files there were
 * @param warnings one sentence for each reason why somebody should look at images before they are passed on; they name one by its new
 *     UID
 */
public record DeidentificationResult(int images, int studies, int patients, boolean keyMade, List<String> leftOut, List<String> unusable,
        int notDicom, List<String> warnings) {

    public DeidentificationResult {
        leftOut = List.copyOf(leftOut);
        unusable = List.copyOf(unusable);
        warnings = List.copyOf(warnings);
    }
}
