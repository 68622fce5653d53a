package spine.app.internal.batch;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.api.Progress;
import spine.api.UnusableInputException;
import spine.api.image.StudySource;
import spine.api.report.ScoringResult;
import spine.api.service.ExistingResult;
import spine.api.service.ScoringRequest;
import spine.api.service.SpineScoring;
import spine.api.service.UnavailableException;
import spine.app.embedded.ScoringOptions;
import spine.app.embedded.StudyOutcome;
import spine.app.embedded.StudyOutcome.Status;
import spine.common.file.FileFailure;
import spine.common.file.FileTree;
import spine.common.text.FailureWords;
import spine.common.text.Sentence;
import spine.pipeline.ProviderFailedException;

/**
 * Scores a study into a folder named by its UID, unless it was scored before, and says in one sentence why where it cannot. Safe for use by
 * many threads.
 */
public final class StudyAttempt {
    private static final Logger LOG = LoggerFactory.getLogger(StudyAttempt.class);

    private final SpineScoring scoring;
    private final ScoringOptions options;
    private final String log;

    /** @param log words for the log of this process */
    public StudyAttempt(SpineScoring scoring, ScoringOptions options, String log) {
        this.scoring = scoring;
        this.options = options;
        this.log = log;
    }

    /**
     * @throws UnavailableException if a provider is missing
     * @throws CancellationException when cancelled
     */
    public AttemptedStudy score(StudySource source, Progress progress, Cancellation cancellation) throws UnavailableException {
        Attempt attempt = new Attempt(source, ResultFolders.of(options.folder(), source.studyInstanceUid()));
        try {
            return attempt.run(progress, cancellation);
        } catch (UnusableInputException | IllegalArgumentException e) {
            LOG.info("study {} cannot be used", source.studyInstanceUid(), e);
            return attempt.ended(Status.REFUSED, e.getMessage());
        } catch (CancellationException e) {
            throw e;
        } catch (FileAlreadyExistsException e) {
            return e.getReason() == null ? attempt.ended(Status.FAILED, FileFailure.sentence(e)) : attempt.leftAlone(e.getReason());
        } catch (ProviderFailedException e) {
            LOG.error("study {} failed", source.studyInstanceUid(), e);
            return attempt.ended(Status.FAILED, e.getMessage());
        } catch (IOException e) {
            LOG.error("study {} failed", source.studyInstanceUid(), e);
            return attempt.ended(Status.FAILED, FileFailure.sentence(e));
        } catch (OutOfMemoryError e) {
            LOG.error("study {} failed", source.studyInstanceUid(), e);
            return attempt.ended(Status.FAILED, "Study " + source.studyInstanceUid() + " needs more memory than there is; " + log
                    + " has the details.");
        } catch (RuntimeException | Error e) {
            LOG.error("study {} failed", source.studyInstanceUid(), e);
            return attempt.ended(Status.FAILED, "Study " + source.studyInstanceUid() + " failed unexpectedly (" + FailureWords.of(e) + "); "
                    + log + " has the details.");
        }
    }

    /** One study, from the moment it began. */
    private final class Attempt {
        private final long begun = System.nanoTime();
        private final StudySource source;
        private final ScoringRequest request;

        private Attempt(StudySource source, Path folder) {
            this.source = source;
            this.request = new ScoringRequest(options.indexes(), options.formats(), folder, options.overwrite(),
                    Optional.of(options.pseudonymKey()).filter(key -> !key.isEmpty()).map(Path::of), options.studyDate());
        }

        private AttemptedStudy run(Progress progress, Cancellation cancellation)
                throws UnusableInputException, UnavailableException, IOException {
            String replaced = "";
            if (!options.overwrite() && !options.formats().isEmpty()) {
                ExistingResult existing = scoring.existing(source, request);
                if (existing.state() == ExistingResult.State.CURRENT) {
                    return kept(existing);
                }
                if (existing.state() == ExistingResult.State.CHANGED) {
                    return leftAlone(existing.reason());
                }
                if (existing.state() == ExistingResult.State.OUTDATED) {
                    replaced = "An older result was replaced. " + existing.reason();
                }
            }
            ScoringResult result = scoring.score(source, request, progress, cancellation);
            return new AttemptedStudy(scored(result, replaced), request.folder(), Optional.of(result), Optional.empty());
        }

        private AttemptedStudy kept(ExistingResult existing) {
            Optional<KeptReport> report = KeptReport.in(request.folder());
            Status status = existing.noSpine().isPresent() ? Status.NO_SPINE : Status.KEPT;
            return new AttemptedStudy(outcome(status, existing.noSpine().orElse(existing.reason()),
                    report.map(KeptReport::warnings).orElse(List.of()), ""), request.folder(), Optional.empty(), report);
        }

        private StudyOutcome scored(ScoringResult result, String replaced) {
            if (!result.failures().isEmpty()) {
                return outcome(Status.INCOMPLETE, String.join(" ", result.failures()), result.everyWarning(), models(result));
            }
            Optional<String> noSpine = result.anatomy().noSpine();
            return outcome(noSpine.isPresent() ? Status.NO_SPINE : Status.SCORED, noSpine.orElse(replaced),
                    result.everyWarning(), models(result));
        }

        private AttemptedStudy leftAlone(String why) {
            return ended(Status.CHANGED_BY_HAND, request.folder() + " is left as it is: " + why
                    + " With --overwrite it is replaced, and kept beside.");
        }

        private AttemptedStudy ended(Status status, String reason) {
            return new AttemptedStudy(outcome(status, Sentence.of(reason), List.of(), ""), request.folder(), Optional.empty(),
                    Optional.empty());
        }

        private StudyOutcome outcome(Status status, String reason, List<String> warnings, String models) {
            String location = FileTree.common(source.files()).map(Path::toString).orElse("");
            return new StudyOutcome(source.studyInstanceUid(), location, status, reason, warnings, models,
                    (System.nanoTime() - begun) / 1e9);
        }
    }

    private static String models(ScoringResult result) {
        return result.models().stream().map(card -> card.id() + " " + card.version() + " (" + card.weightsSha256() + ")")
                .collect(Collectors.joining(", "));
    }
}
