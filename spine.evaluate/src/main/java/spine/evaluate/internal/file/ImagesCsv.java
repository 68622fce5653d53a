package spine.evaluate.internal.file;

import java.util.List;
import spine.common.csv.CsvText;
import spine.evaluate.internal.measure.MetricValue;
import spine.evaluate.internal.study.ImagePair;
import spine.evaluate.internal.study.MaskKind;
import spine.evaluate.internal.study.StudyPair;

/** {@code images.csv}: one line per image of the truth; masks as numbers of pixels. */
public final class ImagesCsv {

    private ImagesCsv() {
    }

    public static String csv(List<StudyPair> pairs) {
        CsvText csv = new CsvText(EvaluationFiles.DECIMALS).line("study", "image", "inflamedTruth", "inflamedPredicted", "probability",
                "bodyTruth", "bodyPredicted", "bodyBoth", "diceBody", "discTruth", "discPredicted", "discBoth", "diceDisc", "oedemaTruth",
                "oedemaPredicted", "oedemaBoth", "diceOedema");
        for (StudyPair pair : pairs) {
            for (ImagePair image : pair.images()) {
                Object[] fields = new Object[5 + 4 * MaskKind.values().length];
                fields[0] = pair.study();
                fields[1] = image.truth().sopInstanceUid();
                fields[2] = image.truth().inflamed() ? 1 : 0;
                fields[3] = image.prediction().inflamed() ? 1 : 0;
                fields[4] = image.prediction().probability();
                int at = 5;
                for (MaskKind tissue : MaskKind.values()) {
                    fields[at++] = image.of(tissue).first();
                    fields[at++] = image.of(tissue).second();
                    fields[at++] = image.of(tissue).both();
                    fields[at++] = MetricValue.orNaN(image.of(tissue)::dice);
                }
                csv.line(fields);
            }
        }
        return csv.toString();
    }
}
