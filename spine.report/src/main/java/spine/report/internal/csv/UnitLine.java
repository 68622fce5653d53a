package spine.report.internal.csv;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;
import spine.api.anatomy.DiscLevel;
import spine.api.anatomy.Vertebra;
import spine.api.image.Study;
import spine.api.score.Score;
import spine.api.score.SliceFinding;
import spine.api.score.UnitScore;

/** A line of {@code units.csv}. What is not known is an empty field. */
final class UnitLine {
    static final List<String> HEADER = List.of("study", "index", "indexVersion", "unit", "region", "present", "confidence", "stack",
            "score", "windowImages", "windowQuadrants", "windowDeep", "windowIntense", "positiveImages", "largestAreaMm2", "volumeMm3",
            "deepestMm", "intensityRatio");

    private UnitLine() {
    }

    static List<Object> of(Study study, Score score, UnitScore record) {
        DiscLevel level = record.unit().level();
        List<Object> fields = new ArrayList<>(List.of(study.studyInstanceUid(), score.indexId(), score.indexVersion(), level.label(),
                region(level), record.unit().present() ? 1 : 0));
        if (record.unit().present()) {
            fields.addAll(List.of(record.unit().confidence(), record.unit().stack() + 1, record.score(), record.window().size()));
            fields.addAll(window(record));
            double spacing = study.stacks().get(record.unit().stack()).sliceSpacing();
            DoubleSummaryStatistics area = record.slices().stream().mapToDouble(SliceFinding::areaMm2).summaryStatistics();
            fields.addAll(List.of(record.slices().size(), Math.max(0, area.getMax()), area.getSum() * spacing,
                    greatest(record, SliceFinding::depthMm), greatest(record, SliceFinding::intensityRatio)));
        }
        while (fields.size() < HEADER.size()) {
            fields.add("");
        }
        return fields;
    }

    /** By the vertebra above the disc, as in the evaluation: C7/T1 is cervical, T12/L1 thoracic. */
    private static String region(DiscLevel level) {
        if (level.upper().compareTo(Vertebra.C7) <= 0) {
            return "cervical";
        }
        return level.upper().compareTo(Vertebra.T13) <= 0 ? "thoracic" : "lumbar";
    }

    /** Positive quadrants, deep images and intense images of those that make the score. */
    private static List<Object> window(UnitScore record) {
        List<SliceFinding> window = record.slices().stream().filter(slice -> record.window().contains(slice.sopInstanceUid())).toList();
        return List.of(window.stream().mapToInt(slice -> slice.quadrants().size()).sum(),
                window.stream().filter(SliceFinding::deep).count(), window.stream().filter(SliceFinding::intense).count());
    }

    /** NaN, which becomes an empty field, where there is none. */
    private static double greatest(UnitScore record, ToDoubleFunction<SliceFinding> measure) {
        return record.slices().stream().mapToDouble(measure).filter(value -> !Double.isNaN(value)).max().orElse(Double.NaN);
    }
}
