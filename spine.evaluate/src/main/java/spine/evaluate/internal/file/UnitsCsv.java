package spine.evaluate.internal.file;

import java.util.List;
import java.util.Map;
import spine.api.anatomy.DiscLevel;
import spine.common.csv.CsvText;
import spine.evaluate.internal.study.StudyPair;
import spine.evaluate.internal.study.UnitFinding;

/** {@code units.csv}: one line per unit that the truth shows. */
final class UnitsCsv {

    private UnitsCsv() {
    }

    static String csv(List<StudyPair> pairs) {
        CsvText csv = new CsvText(EvaluationFiles.DECIMALS).line("study", "level", "found", "nameRight", "confidence", "scoreTruth",
                "scorePredicted", "deepTruth", "deepPredicted", "intenseTruth", "intensePredicted");
        for (StudyPair pair : pairs) {
            for (Map.Entry<DiscLevel, UnitFinding> unit : pair.truth().units().entrySet()) {
                UnitFinding truth = unit.getValue();
                UnitFinding found = pair.predicted(unit.getKey());
                csv.line(pair.study(), unit.getKey().label(), bit(pair.prediction().units().containsKey(unit.getKey())),
                        bit(pair.levels().named().contains(unit.getKey())), found.confidence(), truth.score(), found.score(),
                        truth.deep(), found.deep(), truth.intense(), found.intense());
            }
        }
        return csv.toString();
    }

    private static int bit(boolean yes) {
        return yes ? 1 : 0;
    }
}
