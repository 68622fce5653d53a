package spine.jobs.internal.work;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.UnusableInputException;
import spine.api.job.Job;
import spine.api.job.JobState;
import spine.api.service.ExistingResult;
import spine.common.file.AtomicFolder;
import spine.dicom.DicomCodec;
import spine.dicom.Tag;
import spine.jobs.internal.spool.Bounds;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.JobTable;
import spine.jobs.internal.work.GivenResultException.Reason;
import spine.pipeline.result.ResultFolder;

/**
 * Takes results of jobs that this node has received and another one has scored. One is kept as a whole, if its attempt still counts, or
 * nothing of it is. Safe for use by many threads.
 */
public final class GivenResults {
    private static final Logger LOG = LoggerFactory.getLogger(GivenResults.class);

    private final Database database;
    private final Path results;
    private final Bounds bounds;
    private final DicomCodec codec;
    private final Acceptance acceptance;

    /** @param bounds of a study, which hold for its result too */
    public GivenResults(Database database, Path results, Bounds bounds, DicomCodec codec, Acceptance acceptance) {
        this.database = database;
        this.results = results;
        this.bounds = bounds;
        this.codec = codec;
        this.acceptance = acceptance;
    }

    /**
     * @param id of the job
     * @param attempt number of the attempt at it
     * @param contentType of the body, null if there is none
     * @return the job
     * @throws GivenResultException if it is not kept
     */
    public Job take(long id, int attempt, String contentType, InputStream body) throws IOException {
        Job job = wanted(id, attempt);
        Path target = results.resolve(job.studyInstanceUid());
        try (AtomicFolder fresh = AtomicFolder.insteadOf(target)) {
            String sentence = new GivenFiles(fresh.staging(), bounds).take(contentType, body);
            requireResult(fresh.staging(), job.studyInstanceUid());
            boolean changedByHand = ResultFolder.of(target, job.studyInstanceUid()).existing().state() == ExistingResult.State.CHANGED;
            if (!acceptance.result(job, fresh.staging(), sentence, changedByHand ? fresh::publishKeepingOld : fresh::publish)) {
                throw notWanted(id);
            }
        }
        LOG.info("the result of job {} was given back", id);
        return job;
    }

    private Job wanted(long id, int attempt) throws IOException {
        Optional<Job> job = database.read(sql -> new JobTable(sql).find(id)
                .filter(found -> found.state() == JobState.RUNNING && found.attempts() == attempt));
        if (job.isEmpty() || !database.read(sql -> new JobTable(sql).node(id)).equals(database.node())) {
            throw notWanted(id);
        }
        return job.get();
    }

    private static GivenResultException notWanted(long id) {
        return new GivenResultException(Reason.NOT_WANTED, "Job " + id + " is not of this platform, or this attempt at it does not"
                + " count any more.");
    }

    /** It is as its manifest says, and all its objects are of the study. */
    private void requireResult(Path folder, String study) throws IOException {
        Optional<String> flaw = ResultFolder.flaw(folder, study);
        if (flaw.isPresent()) {
            throw new GivenResultException(Reason.UNUSABLE, flaw.get());
        }
        List<Path> objects;
        try (Stream<Path> files = Files.walk(folder)) {
            objects = files.filter(file -> file.getFileName().toString().endsWith(".dcm")).filter(Files::isRegularFile).toList();
        }
        for (Path object : objects) {
            try {
                if (codec.read(object, false).text(Tag.StudyInstanceUID).equals(study)) {
                    continue;
                }
            } catch (UnusableInputException damaged) {
                LOG.debug("{} is damaged", object, damaged);
            }
            throw new GivenResultException(Reason.UNUSABLE, "An object of the result is damaged, or is of another study.");
        }
    }
}
