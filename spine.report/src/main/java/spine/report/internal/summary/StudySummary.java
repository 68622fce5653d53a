package spine.report.internal.summary;

import java.util.List;
import java.util.Optional;

/**
 * What the report of a study says of it as a whole.
 *
 * @param study StudyInstanceUID
 * @param pseudonym of the patient, where it was asked for
 * @param date of the study, where it was asked for: yyyy-mm-dd, empty if the images do not tell it
 * @param spine whether the images show a spine
 * @param unitsOfSpine how many units a spine of this person has
 * @param indices what each index says, the first that was asked for first
 * @param models each as {@code role id version, weights SHA-256 digest}, without the digest where the report has none
 * @param settings digest of all settings that can change a result; empty where nobody knows
 * @param images how many were scored
 * @param inflamed how many of them count as inflamed
 * @param warnings sentences
 * @param failures a sentence for each index that gave no score
 * @param corrected whether a person changed what the models gave
 * @param researchUse what the result may be used for; may be empty
 */
public record StudySummary(String study, Optional<String> pseudonym, Optional<String> date, boolean spine, int unitsOfSpine,
        List<IndexSummary> indices, List<String> models, String settings, int images, int inflamed, List<String> warnings,
        List<String> failures, boolean corrected, String researchUse) {

    public StudySummary {
        indices = List.copyOf(indices);
        models = List.copyOf(models);
        warnings = List.copyOf(warnings);
        failures = List.copyOf(failures);
    }
}
