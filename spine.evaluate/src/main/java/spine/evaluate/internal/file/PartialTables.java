package spine.evaluate.internal.file;

import java.util.List;
import spine.agreement.mask.MaskOverlap;
import spine.common.csv.CsvText;
import spine.evaluate.internal.measure.MetricValue;
import spine.evaluate.internal.partial.LesionOutcome;
import spine.evaluate.internal.partial.OedemaOutcome;
import spine.evaluate.internal.partial.PartialPair;
import spine.evaluate.internal.partial.StructureOutcome;

/** Tables of the studies with partial truth. */
final class PartialTables {

    private PartialTables() {
    }

    /** {@code cases.csv}: one line per study. */
    static String cases(List<PartialPair> pairs) {
        CsvText csv = new CsvText(EvaluationFiles.DECIMALS).line("study", "case", "group", "healthy", "structures", "found", "rightlyNamed",
                "misnamed", "warned", "total", "imagesInflamed", "oedemaTruth", "oedemaPredicted", "oedemaBoth", "falsePixels");
        for (PartialPair pair : pairs) {
            MaskOverlap overlap = pair.oedema().map(OedemaOutcome::overlap).orElse(MaskOverlap.NONE);
            csv.line(pair.truth().study(), pair.name(), pair.truth().group(),
                    pair.truth().healthy().map(healthy -> healthy ? "1" : "0").orElse(""), pair.structures().size(),
                    pair.structures().stream().filter(StructureOutcome::found).count(),
                    pair.structures().stream().filter(StructureOutcome::rightlyNamed).count(),
                    pair.structures().stream().filter(StructureOutcome::misnamed).count(), bit(pair.warned()),
                    pair.prediction().totals().values().stream().findFirst().orElse(Double.NaN),
                    pair.prediction().images().values().stream().filter(image -> image.inflamed()).count(), overlap.first(),
                    overlap.second(), overlap.both(), pair.oedema().map(OedemaOutcome::falsePixels).orElse(0L));
        }
        return csv.toString();
    }

    /** {@code structures.csv}: one line per outlined structure. */
    static String structures(List<PartialPair> pairs) {
        CsvText csv = new CsvText(EvaluationFiles.DECIMALS).line("study", "case", "structure", "called", "confidence", "dice");
        for (PartialPair pair : pairs) {
            for (StructureOutcome structure : pair.structures()) {
                csv.line(pair.truth().study(), pair.name(), structure.name(), structure.called().orElse(""), structure.confidence(),
                        MetricValue.orNaN(structure.overlap()::dice));
            }
        }
        return csv.toString();
    }

    /** {@code lesions.csv}: one line per known lesion. */
    static String lesions(List<PartialPair> pairs) {
        CsvText csv = new CsvText(EvaluationFiles.DECIMALS).line("study", "case", "unit", "vertebra", "place", "ratio", "pixels", "touched",
                "unitScore", "images", "imagesInflamed");
        for (PartialPair pair : pairs) {
            for (LesionOutcome lesion : pair.lesions()) {
                csv.line(pair.truth().study(), pair.name(), lesion.lesion().unit().map(unit -> unit.label()).orElse(""),
                        lesion.lesion().vertebra(), lesion.lesion().place(), lesion.lesion().ratio(), lesion.lesion().masks().pixels(),
                        bit(lesion.touched()), lesion.unitScore(), lesion.images(), lesion.inflamed());
            }
        }
        return csv.toString();
    }

    private static int bit(boolean yes) {
        return yes ? 1 : 0;
    }
}
