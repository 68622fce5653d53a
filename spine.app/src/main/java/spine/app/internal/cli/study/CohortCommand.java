package spine.app.internal.cli.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.ObjectMapper;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import spine.api.UnusableInputException;
import spine.api.cohort.CohortReport;
import spine.api.cohort.CohortSummary;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.app.internal.batch.BatchPage;
import spine.app.internal.batch.BatchTables;
import spine.app.internal.batch.BrokenTableException;
import spine.app.internal.batch.OutputPlace;
import spine.app.internal.batch.ResultFolders;

@Command(name = "cohort", mixinStandardHelpOptions = true,
        description = "Shows all results of a folder on one page, and joins their tables.",
        footer = {"", "score does the same in the end; this is for results that come from elsewhere, as those of a",
            "serving platform or corrected ones. DIR/index.html shows the studies with totals, units and",
            "warnings, to sort and to filter; scores.csv, totals.csv, units.csv, measures.csv and lesions.csv",
            "join the tables of the result folders, and datapackage.json says what their columns mean.",
            "A study with several result folders counts once: by the folder that its StudyInstanceUID",
            "names, else by the first; the others are named.",
            "Exit code 3: DIR has no result, or a table in it is broken, or a result cannot be read; the",
            "page shows the others."})
final class CohortCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;

    @Parameters(arity = "1", paramLabel = "DIR", description = "a folder with result folders, as score --out writes it")
    private Path folder;

    CohortCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.isDirectory(folder)) {
            throw new UnusableInputException(folder + (Files.exists(folder) ? " is a file, and no folder with results."
                    : " does not exist."));
        }
        if (!ResultFolders.anyIn(folder)) {
            throw noResult();
        }
        CohortReport report = platform.service(CohortReport.class, "page on many studies");
        OutputPlace.require(folder);
        CohortSummary summary;
        try (OutputPlace place = OutputPlace.open(folder)) {
            new BatchTables(place).gather();
            summary = new BatchPage(place, report).write().orElseThrow(this::noResult);
        } catch (BrokenTableException e) {
            throw new UnusableInputException(e.getMessage() + ".", e);
        }
        summary.notes().forEach(console::note);
        summary.problems().forEach(console::complain);
        if (console.json()) {
            console.result(new ObjectMapper().createObjectNode().put("page", summary.page().toString())
                    .put("studies", summary.studies()).put("scored", summary.scored()).toString());
        } else {
            console.result(summary.studies() + (summary.studies() == 1 ? " study, " : " studies, ") + summary.scored()
                    + " with a total: " + summary.page());
        }
        return summary.problems().isEmpty() ? ExitCode.DONE : ExitCode.UNUSABLE;
    }

    private UnusableInputException noResult() {
        return new UnusableInputException(folder
                + " has no result of a study: name a folder that score --out has written, or one with such result folders in it.");
    }
}
