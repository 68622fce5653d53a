package spine.app.internal.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.comparison.PatientTimeline;
import spine.api.image.SeriesChoice;
import spine.api.image.StudySource;
import spine.api.model.ModelCard;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.service.SpineScoring;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.embedded.ScoringOptions;
import spine.app.embedded.StudyOutcome;
import spine.app.internal.batch.AttemptedStudy;
import spine.app.internal.batch.BatchTables;
import spine.app.internal.batch.ComparisonLines;
import spine.app.internal.batch.EarlierResults;
import spine.app.internal.batch.OutputPlace;
import spine.app.internal.batch.StudyAttempt;
import spine.app.internal.launcher.LogFile;
import spine.common.text.Decimals;
import spine.runtime.StudyFinder;

/** Gogo command {@code spine:score}. */
@Component(service = ScoringCommands.class)
@GogoCommand(scope = "spine", function = "score")
public final class ScoringCommands {
    private static final ConsoleCommand SCORE = new ConsoleCommand("spine:score PATH OUT", 2);
    private static final List<String> INDEXES = List.of("sparcc");
    private static final List<String> FORMATS = List.of(ScoringOptions.USUAL_FORMATS.split(","));

    private final SpineScoring scoring;
    private final StudyFinder readers;
    private final Optional<PatientTimeline> timeline;

    /** @param timeline null where nothing compares results */
    @Activate
    public ScoringCommands(@Reference SpineScoring scoring, @Reference StudyFinder readers,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY) PatientTimeline timeline) {
        this.scoring = scoring;
        this.readers = readers;
        this.timeline = Optional.ofNullable(timeline);
    }

    /** Scores the studies below a path into folders below another. */
    @Descriptor("scores the studies below PATH into folders below OUT")
    public Object score(CommandSession session,
            @Descriptor("PATH: DICOM files or folders; OUT: where the result folders go") String... arguments) {
        return SCORE.run(arguments, () -> {
            Path out = session.currentDir().resolve(arguments[1]);
            OutputPlace.require(out);
            List<StudySource> sources = readers.find(List.of(session.currentDir().resolve(arguments[0])), SeriesChoice.AUTOMATIC);
            try (OutputPlace place = OutputPlace.open(out)) {
                return score(sources, out, new BatchTables(place));
            }
        });
    }

    /** As {@code ./spine score} does: one that cannot be scored costs itself only, and what is finished is kept. */
    private Object score(List<StudySource> sources, Path out, BatchTables tables) throws UnavailableException, IOException {
        StudyAttempt attempt = new StudyAttempt(scoring, new ScoringOptions(out.toString(), INDEXES, FORMATS, List.of(), false, false, "",
                false, ScoringOptions.NO_LIMIT), "the log " + LogFile.ofThisProcess());
        List<String> lines = new ArrayList<>();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Console console = console(said);
        EarlierResults earlier = new EarlierResults(timeline, console);
        int code = ExitCode.DONE;
        for (StudySource source : sources) {
            AttemptedStudy attempted = attempt.score(source, Progress.SILENT, new Cancellation());
            StudyOutcome outcome = attempted.outcome();
            attempted.result().ifPresent(result -> {
                lines.add(line(result, attempted.folder()));
                result.everyWarning().forEach(warning -> lines.add("  warning: " + warning));
            });
            if (outcome.status() == StudyOutcome.Status.KEPT) {
                lines.add(outcome.study() + " is kept: " + attempted.folder());
            }
            if (attempted.result().isEmpty() && !outcome.reason().isEmpty()) {
                lines.add(outcome.complaint());
            }
            tables.add(List.of(outcome));
            ComparisonLines.print(earlier.compare(attempted, source), source.studyInstanceUid(), console);
            take(said, lines);
            code = StudyOutcome.exitCode(code, outcome.status().exitCode());
        }
        earlier.end();
        take(said, lines);
        return code == ExitCode.DONE ? lines : new FailedCommand(String.join("\n", lines), code);
    }

    private static Console console(ByteArrayOutputStream said) {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        return new Console(out, out, false);
    }

    private static void take(ByteArrayOutputStream said, List<String> lines) {
        said.toString(StandardCharsets.UTF_8).lines().forEach(lines::add);
        said.reset();
    }

    private static String line(ScoringResult result, Path folder) {
        Score score = result.scores().get(0);
        return result.study().studyInstanceUid() + " " + (result.anatomy().noSpine().isPresent() ? "no spine" : totals(score) + " in "
                + score.unitsInView() + " of " + result.anatomy().variant().units().size() + " units") + " by "
                + String.join(", ", result.models().stream().map(ScoringCommands::name).toList()) + ": " + folder;
    }

    private static String totals(Score score) {
        return score.totals().entrySet().stream().map(total -> total.getKey() + " " + Decimals.atMost(total.getValue(), 2, "none"))
                .collect(Collectors.joining(", "));
    }

    private static String name(ModelCard card) {
        return card.id() + " " + card.version();
    }
}
