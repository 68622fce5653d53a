package spine.app.internal.cli.study;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

import spine.api.comparison.ComparisonSummary;
import spine.api.comparison.ComparisonSummary.TotalChange;
import spine.api.comparison.ComparisonSummary.Verdict;
import spine.api.comparison.PatientTimeline;

/** Knows the patient of study 1.4, who was there before and comes again. */
final class TestTimeline implements PatientTimeline {
    private final Path results;
    private final List<String> asked = new ArrayList<>();
    IOException failure;

    TestTimeline(Path results) {
        this.results = results;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public Outcome add(Place place, Reach reach) throws IOException {
        asked.add(place.studyInstanceUid());
        if (failure != null) {
            throw failure;
        }
        if (!place.studyInstanceUid().equals("1.4")) {
            return new Outcome(false, List.of(), List.of(), List.of());
        }
        return new Outcome(true, List.of(
                comparison("1.4", "2023-01-05", List.of("1.0", "1.4"), change(8, 5, Verdict.IMPROVED), "total6 fell by 3 points.",
                        List.of("The models differ.")),
                comparison("1.9", "2022-02-01", List.of("1.0", "1.4", "1.9"), change(8, 10, Verdict.WORSE), "total6 rose by 2 points.",
                        List.of())),
                List.of("Study 1.4 is not compared with study 1.0 of the same PatientID: the sex is another one."), List.of());
    }

    private static TotalChange change(double first, double last, Verdict verdict) {
        return new TotalChange("sparcc", "total6", first, last, OptionalDouble.of(2), OptionalDouble.empty(), verdict);
    }

    private Comparison comparison(String study, String since, List<String> studies, TotalChange change, String verdict,
            List<String> warnings) {
        Path folder = results.resolve(FOLDER).resolve(study);
        return new Comparison(study, folder, LocalDate.parse(since), LocalDate.of(2023, 1, 5),
                new ComparisonSummary(folder.resolve("comparison.html"), studies, List.of(change), List.of(verdict), warnings));
    }

    @Override
    public Set<String> forgetRemoved(Path folder) {
        throw new AssertionError("nothing is forgotten here");
    }
}
