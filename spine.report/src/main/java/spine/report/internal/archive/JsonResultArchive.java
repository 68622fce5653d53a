package spine.report.internal.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import spine.api.UnusableInputException;
import spine.api.image.Study;
import spine.api.report.ResultArchive;
import spine.api.report.ScoringResult;
import spine.api.score.Score;

/** Restores what {@link ArchiveFile} has written. */
@Component
public final class JsonResultArchive implements ResultArchive {
    private final ArchiveFile file = new ArchiveFile();

    @Override
    public Contents contents(Path folder) throws UnusableInputException, IOException {
        SavedResult saved = saved(folder);
        return new Contents(saved.studyInstanceUid(),
                saved.stacks().stream().map(SavedStack::seriesInstanceUid).collect(Collectors.toSet()),
                saved.scores().stream().map(Score::indexId).toList());
    }

    @Override
    public ScoringResult restore(Path folder, Study study) throws UnusableInputException, IOException {
        SavedResult saved = saved(folder);
        List<SavedStack> stacks = study.stacks().stream().parallel().map(SavedStack::of).toList();
        if (!stacks.equals(saved.stacks())) {
            throw new UnusableInputException("The images of study " + study.studyInstanceUid() + " are not those that the result in "
                    + folder + " is of: " + difference(saved.stacks(), stacks));
        }
        try {
            return saved.with(study);
        } catch (IllegalArgumentException | NullPointerException brokenRecord) {
            throw ArchiveFile.damaged(folder, brokenRecord);
        }
    }

    private SavedResult saved(Path folder) throws UnusableInputException, IOException {
        if (!Files.isDirectory(folder)) {
            throw new UnusableInputException(folder + (Files.exists(folder) ? " is no folder." : " does not exist."));
        }
        if (!Files.isRegularFile(folder.resolve("report.json"))) {
            throw new UnusableInputException(folder + " is not the result folder of a study: it has no report.json.");
        }
        SavedResult saved = file.read(folder);
        if (saved.corrected()) {
            throw new UnusableInputException("The result in " + folder + " was itself corrected: start from the result of the models.");
        }
        return saved;
    }

    private static String difference(List<SavedStack> scored, List<SavedStack> found) {
        List<String> expected = scored.stream().map(SavedStack::seriesInstanceUid).toList();
        if (!expected.equals(found.stream().map(SavedStack::seriesInstanceUid).toList())) {
            return "it was scored from other series.";
        }
        for (int i = 0; i < scored.size(); i++) {
            if (!scored.get(i).equals(found.get(i))) {
                return "pixels or places in series " + expected.get(i) + " have changed, or images are missing.";
            }
        }
        return "";
    }
}
