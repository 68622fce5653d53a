package spine.jobs.internal.work;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import spine.api.job.Job;
import spine.api.job.JobQuery;
import spine.api.job.JobState;
import spine.api.report.Predecessor.Document;
import spine.dicom.DicomCodec;
import spine.jobs.internal.delivery.Address;
import spine.jobs.internal.delivery.Conclusion;
import spine.jobs.internal.delivery.Outbox;
import spine.jobs.internal.delivery.ResultObject;
import spine.jobs.internal.event.JobEvents;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.InstanceTable;
import spine.jobs.internal.store.JobTable;
import spine.jobs.internal.store.RunTable;
import spine.jobs.internal.store.Sql;
import spine.jobs.internal.store.StudyTable;

/**
 * Keeps what came of an attempt, if it still is the one that counts: not if the job was cancelled, taken over by another process, or has
 * images that were replaced since.
 */
public final class Acceptance {
    /** Why a job is cancelled whose images are not those any more with which it began. */
    static final String REPLACED = "Images of the study were replaced while it was scored.";

    private final Database database;
    private final DicomCodec codec;
    private final Outbox outbox;
    private final JobEvents events;
    private final Consumer<Job> kept;

    /** @param kept hears of each job that has its result at this node; must not block */
    public Acceptance(Database database, DicomCodec codec, Outbox outbox, JobEvents events, Consumer<Job> kept) {
        this.database = database;
        this.codec = codec;
        this.outbox = outbox;
        this.events = events;
        this.kept = kept;
    }

    /** Moves a folder into its place. */
    @FunctionalInterface
    interface Publication {
        void run() throws IOException;
    }

    /**
     * Keeps a result at this node.
     *
     * @param result where the result is until it is moved into its place
     * @param reason a sentence on the result, or empty
     * @return whether it is the job's now
     */
    boolean result(Job job, Path result, String reason, Publication publication) throws IOException {
        List<ResultObject> objects = ResultObject.in(result, codec);
        List<Address> addresses = outbox.addresses(job, objects);
        Optional<Document> report = objects.stream().filter(ResultObject::isReport).map(ResultObject::document).findFirst();
        List<Job> changed = database.write(sql -> {
            new StudyTable(sql).hold(job.studyInstanceUid());
            JobTable jobs = new JobTable(sql);
            if (!counts(sql, job)) {
                return List.of();
            }
            if (new InstanceTable(sql).countImages(job.studyInstanceUid(), job.revision()) != job.images()) {
                jobs.move(job.id(), JobState.CANCELLED, REPLACED);
                return List.of(jobs.find(job.id()).orElseThrow());
            }
            publication.run();
            List<Job> before = jobs.list(JobQuery.ofStudy(job.studyInstanceUid())).stream().filter(other -> !other.replaced()).toList();
            new RunTable(sql).scored(job, report);
            for (Address address : addresses) {
                address.note(sql, job.id());
            }
            jobs.move(job.id(), JobState.SENDING, reason);
            Conclusion.of(sql, job.id());
            List<Job> after = new ArrayList<>();
            for (Job other : before) {
                after.add(jobs.find(other.id()).orElseThrow());
            }
            return after;
        });
        changed.forEach(events::changed);
        outbox.wake();
        Optional<Job> now = changed.stream().filter(other -> other.id() == job.id() && other.state() != JobState.CANCELLED).findFirst();
        now.ifPresent(kept);
        return now.isPresent();
    }

    /** There is no result. */
    void failure(Job job, JobState state, String reason) throws IOException {
        database.<Optional<Job>, RuntimeException>write(sql -> {
            if (!counts(sql, job)) {
                return Optional.empty();
            }
            new JobTable(sql).move(job.id(), state, reason);
            return new JobTable(sql).find(job.id());
        }).ifPresent(events::changed);
    }

    /**
     * The attempt did not come to an end, and the job waits again.
     *
     * @param reason a sentence, or empty if there is nothing to say
     */
    void release(Job job, String reason) throws IOException {
        database.<Optional<Job>, RuntimeException>write(sql -> {
            if (!counts(sql, job)) {
                return Optional.empty();
            }
            new RunTable(sql).release(job.id(), reason);
            return new JobTable(sql).find(job.id());
        }).ifPresent(events::changed);
    }

    private static boolean counts(Sql sql, Job job) throws SQLException {
        new JobTable(sql).hold(job.id());
        return new RunTable(sql).isRunning(job.id(), job.attempts());
    }
}
