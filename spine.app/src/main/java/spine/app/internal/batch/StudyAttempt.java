package spine.app.internal.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.image.StudySource;
import spine.api.report.ScoringResult;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;
import spine.api.service.UnavailableException;
import spine.app.command.ExitCode;
import spine.pipeline.ProviderFailedException;

/** Scores a study into a folder named by its UID, and says in one sentence why where it cannot. Safe for use by many threads. */
public final class StudyAttempt {
    private static final Logger LOG = LoggerFactory.getLogger(StudyAttempt.class);

    private final SpineScoring scoring;
    private final List<String> indexes;
    private final List<String> formats;
    private final Path out;
    private final String log;

    /**
     * @param out where the result folders go
     * @param log words for the log of this process
     */
    public StudyAttempt(SpineScoring scoring, List<String> indexes, List<String> formats, Path out, String log) {
        this.scoring = scoring;
        this.indexes = indexes;
        this.formats = formats;
        this.out = out;
        this.log = log;
    }

    /**
     * @throws UnavailableException if a provider is missing
     * @throws IOException if the result cannot be written
     * @throws CancellationException when cancelled
     */
    public AttemptedStudy score(StudySource source, Progress progress, Cancellation cancellation) throws UnavailableException, IOException {
        Path folder = folderOf(out, source.studyInstanceUid());
        try {
            ScoringResult result = scoring.score(source, new ScoringRequest(indexes, formats, folder), progress, cancellation);
            boolean spine = result.anatomy().noSpine().isEmpty();
            return new AttemptedStudy(folder, Optional.of(result), "", spine ? ExitCode.DONE : ExitCode.UNUSABLE);
        } catch (UnusableInputException | IllegalArgumentException e) {
            LOG.info("study {} cannot be used", source.studyInstanceUid(), e);
            return new AttemptedStudy(folder, Optional.empty(), e.getMessage(), ExitCode.UNUSABLE);
        } catch (CancellationException e) {
            throw e;
        } catch (ProviderFailedException e) {
            LOG.error("study {} failed", source.studyInstanceUid(), e);
            return new AttemptedStudy(folder, Optional.empty(), e.getMessage(), ExitCode.FAILED);
        } catch (RuntimeException e) {
            LOG.error("study {} failed", source.studyInstanceUid(), e);
            return new AttemptedStudy(folder, Optional.empty(), "Study " + source.studyInstanceUid() + " failed unexpectedly (" + e + "); "
                    + log + " has the details.", ExitCode.FAILED);
        }
    }

    /** A UID has digits and dots only; anything else comes from a broken file and must not lead out of the folder. */
    static Path folderOf(Path out, String study) {
        String name = study.replaceAll("[^0-9A-Za-z.]", "_").replaceAll("^\\.+", "_");
        return out.resolve(name.isEmpty() ? "_" : name);
    }
}
