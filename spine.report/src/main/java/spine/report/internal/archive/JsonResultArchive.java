package spine.report.internal.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import spine.api.UnusableInputException;
import spine.api.image.Study;
import spine.api.report.ResultArchive;
import spine.api.report.ScoringResult;

/** Restores what {@link ArchiveFile} has written. */
@Component
public final class JsonResultArchive implements ResultArchive {

    @Override
    public Contents contents(Path folder) throws UnusableInputException, IOException {
        return saved(folder).contents();
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
        SavedResult saved = ArchivedResult.saved(folder);
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
