package spine.app.internal.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.image.SeriesChoice;
import spine.api.image.StudySource;
import spine.api.model.ModelCard;
import spine.api.report.ScoringResult;
import spine.api.score.Score;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;
import spine.app.internal.batch.ResultFolders;
import spine.common.text.Decimals;
import spine.runtime.StudyFinder;

/** Gogo command {@code spine:score}. */
@Component(service = ScoringCommands.class)
@GogoCommand(scope = "spine", function = "score")
public final class ScoringCommands {
    private static final ConsoleCommand SCORE = new ConsoleCommand("spine:score PATH OUT", 2);
    private static final List<String> INDEXES = List.of("sparcc");
    private static final List<String> FORMATS = List.of("json", "html", "csv", "seg");

    private final SpineScoring scoring;
    private final StudyFinder readers;

    @Activate
    public ScoringCommands(@Reference SpineScoring scoring, @Reference StudyFinder readers) {
        this.scoring = scoring;
        this.readers = readers;
    }

    /** Scores the studies below a path into folders below another. */
    @Descriptor("scores the studies below PATH into folders below OUT")
    public Object score(CommandSession session,
            @Descriptor("PATH: DICOM files or folders; OUT: where the result folders go") String... arguments) {
        return SCORE.run(arguments, () -> {
            Path out = session.currentDir().resolve(arguments[1]);
            List<String> lines = new ArrayList<>();
            for (StudySource source : readers.find(List.of(session.currentDir().resolve(arguments[0])), SeriesChoice.AUTOMATIC)) {
                Path folder = ResultFolders.of(out, source.studyInstanceUid());
                ScoringResult result = scoring.score(source, new ScoringRequest(INDEXES, FORMATS, folder), Progress.SILENT,
                        new Cancellation());
                lines.add(line(result, folder));
                result.everyWarning().forEach(warning -> lines.add("  warning: " + warning));
            }
            return lines;
        });
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
