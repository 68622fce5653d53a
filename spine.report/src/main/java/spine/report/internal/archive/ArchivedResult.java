package spine.report.internal.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import spine.api.UnusableInputException;
import spine.api.anatomy.SpineAnatomy;
import spine.api.image.Note;
import spine.api.image.Study;
import spine.api.image.StudyLabel;
import spine.api.model.ModelCard;
import spine.api.report.LesionFinding;
import spine.api.report.ResultArchive;
import spine.api.report.ScoringResult;
import spine.api.report.UsedSettings;
import spine.api.score.Score;

/** A result as its folder has it, without the images; also one that a person corrected. */
public final class ArchivedResult {
    private final Path folder;
    private final SavedResult saved;
    private final SpineAnatomy anatomy;
    private final List<ModelCard> models;
    private final ReportHead head;

    private ArchivedResult(Path folder, SavedResult saved, ReportHead head) {
        this.folder = folder;
        this.saved = saved;
        this.anatomy = saved.anatomy().anatomy();
        this.models = saved.models().stream().map(SavedModel::card).toList();
        this.head = head;
    }

    /**
     * @throws UnusableInputException if the folder holds no result, or a damaged one, or one of another version; the sentence names it
     * @throws IOException if a file cannot be read
     */
    public static ArchivedResult read(Path folder) throws UnusableInputException, IOException {
        SavedResult saved = saved(folder);
        ReportHead head = ReportHead.read(folder.resolve(ReportHead.FILE), saved.studyInstanceUid());
        try {
            return new ArchivedResult(folder, saved, head);
        } catch (IllegalArgumentException | NullPointerException brokenRecord) {
            throw ArchiveFile.damaged(folder, brokenRecord);
        }
    }

    static SavedResult saved(Path folder) throws UnusableInputException, IOException {
        if (!Files.isDirectory(folder)) {
            throw new UnusableInputException(folder + (Files.exists(folder) ? " is no folder." : " does not exist."));
        }
        if (!Files.isRegularFile(folder.resolve(ReportHead.FILE))) {
            throw new UnusableInputException(folder + " is not the result folder of a study: it has no " + ReportHead.FILE + ".");
        }
        return new ArchiveFile().read(folder);
    }

    public Path folder() {
        return folder;
    }

    /** Which images to load. */
    public ResultArchive.Contents contents() {
        return saved.contents();
    }

    public String studyInstanceUid() {
        return saved.studyInstanceUid();
    }

    public StudyLabel label() {
        return saved.label();
    }

    public List<ModelCard> models() {
        return models;
    }

    public SpineAnatomy anatomy() {
        return anatomy;
    }

    public List<LesionFinding> findings() {
        return saved.findings();
    }

    public List<Score> scores() {
        return saved.scores();
    }

    /** Sentences for the reader of its report, apart from those on the names of the levels. */
    public List<String> warnings() {
        return Stream.of(saved.notes().stream().filter(Note::isWarning).map(Note::text), saved.warnings().stream(),
                saved.scores().stream().flatMap(score -> score.warnings().stream())).flatMap(all -> all).distinct()
                .filter(sentence -> !anatomy.warnings().contains(sentence)).toList();
    }

    /** Whether a person had corrected it. */
    public boolean corrected() {
        return saved.corrected();
    }

    public UsedSettings settings() {
        return head.settings();
    }

    /**
     * The result with its images.
     *
     * @return empty if they are not those that were scored
     * @throws UnusableInputException if the masks of the result are not those of its images
     */
    public Optional<ScoringResult> with(Study study) throws UnusableInputException {
        if (!saved.isOf(study)) {
            return Optional.empty();
        }
        try {
            return Optional.of(saved.with(study));
        } catch (IllegalArgumentException | NullPointerException brokenRecord) {
            throw ArchiveFile.damaged(folder, brokenRecord);
        }
    }
}
