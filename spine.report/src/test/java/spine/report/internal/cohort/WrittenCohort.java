package spine.report.internal.cohort;

import static spine.page.tck.HostileText.HOSTILE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import spine.api.anatomy.SpineAnatomy;
import spine.api.image.Note;
import spine.api.image.Study;
import spine.api.image.StudyLabel;
import spine.api.report.ReportWriter;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.score.ScoreInterval;
import spine.api.score.ScoreIntervals;
import spine.api.score.UnitScore;
import spine.report.internal.DrawnResult;
import spine.report.internal.csv.CsvReportWriter;
import spine.report.internal.csv.UnitsCsvReportWriter;
import spine.report.internal.html.HtmlReportWriter;
import spine.report.internal.json.JsonReportWriter;

/** A folder with results as the writers leave them, and with {@code studies.csv}. */
final class WrittenCohort {
    static final String FORMULA = "=HYPERLINK(\"x\")";
    private static final List<ReportWriter> WRITERS = List.of(new JsonReportWriter(), new HtmlReportWriter(), new CsvReportWriter(),
            new UnitsCsvReportWriter());

    final Path folder;
    private final StringBuilder table = new StringBuilder("study,folder,status,reason,seconds,warnings\n");

    WrittenCohort(Path folder) {
        this.folder = folder;
    }

    /** Three that are scored, one without a spine, one that was refused, one of which nobody knows anything but a hostile name. */
    static WrittenCohort mixed(Path folder) throws IOException {
        WrittenCohort cohort = new WrittenCohort(folder);
        cohort.scored("1.1", Map.of("T6/7", 9.0, "T9/10", 6.0), Note.warning("The stations overlap."));
        cohort.scored("1.2", Map.of());
        cohort.scored("1.3", Map.of("L2/3", 18.0, "T6/7", 2.0));
        cohort.write("1.4", DrawnResult.nothingFound(), "no spine", "These images show no spine.");
        cohort.row("1.5", "refused", "1.5 has no sagittal series.");
        cohort.row("\"'" + FORMULA.replace("\"", "\"\"") + "\"", "failed", "\"" + HOSTILE + "\"");
        cohort.save();
        return cohort;
    }

    void scored(String uid, Map<String, Double> units, Note... notes) throws IOException {
        write(uid, result(uid, units, Optional.empty(), notes), "scored", "");
    }

    void write(String uid, ScoringResult result, String status, String reason) throws IOException {
        Path place = Files.createDirectory(folder.resolve(uid));
        ScoringResult own = with(uid, result);
        for (ReportWriter writer : WRITERS) {
            writer.write(own, place);
        }
        row(uid, status, reason);
    }

    void row(String study, String status, String reason) {
        table.append(study).append(",/archive,").append(status).append(',').append(reason).append(",1.0,\n");
    }

    void save() throws IOException {
        Files.writeString(folder.resolve("studies.csv"), table);
    }

    private static ScoringResult with(String uid, ScoringResult result) {
        Study study = new Study(uid, result.study().stacks(), result.study().notes()).labelled(result.study().label());
        return new ScoringResult(study, result.models(), result.anatomy(), result.lesions(), result.images(), result.findings(),
                result.scores(), result.intervals(), result.warnings(), result.timing());
    }

    /** The drawn spine, scored otherwise. */
    static ScoringResult result(String uid, Map<String, Double> points, Optional<String> pseudonym, Note... notes) {
        ScoringResult drawn = DrawnResult.wholeSpine();
        Score score = drawn.scores().get(0);
        List<UnitScore> units = score.units().stream().map(unit -> new UnitScore(unit.unit(),
                unit.unit().present() ? points.getOrDefault(unit.unit().level().label(), 0.0) : 0, List.of(), List.of())).toList();
        double sum = units.stream().mapToDouble(UnitScore::score).sum();
        Map<String, Double> totals = new LinkedHashMap<>();
        totals.put("total23", sum);
        totals.put("total6", sum);
        List<String> worst = units.stream().filter(unit -> unit.score() > 0)
                .sorted((one, other) -> Double.compare(other.score(), one.score())).map(unit -> unit.unit().level().label()).toList();
        ScoreIntervals intervals = new ScoreIntervals("sparcc", 0.9, Map.of("total23", new ScoreInterval(0, sum + 5)), "");
        Study study = new Study(uid, drawn.study().stacks(), List.of(notes));
        return new ScoringResult(pseudonym.map(name -> study.labelled(new StudyLabel(pseudonym, Optional.of("")))).orElse(study),
                drawn.models(), new SpineAnatomy(drawn.anatomy().stacks(), drawn.anatomy().units(), List.of()), drawn.lesions(),
                drawn.images(), drawn.findings(), List.of(new Score("sparcc", "1.0.0", totals, score.maxima(), worst, units, List.of())),
                List.of(intervals),
                Stream.of(notes).map(Note::text).toList(), drawn.timing());
    }
}
