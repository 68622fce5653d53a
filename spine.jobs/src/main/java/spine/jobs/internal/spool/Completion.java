package spine.jobs.internal.spool;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import spine.api.job.Job;
import spine.api.job.JobState;
import spine.jobs.internal.event.JobEvents;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.InstanceTable;
import spine.jobs.internal.store.InstanceTable.Content;
import spine.jobs.internal.store.JobTable;
import spine.jobs.internal.store.ReceivingTable;
import spine.jobs.internal.store.Sql;
import spine.jobs.internal.store.StudyTable;

/**
 * Lets a study be scored that is complete: nobody has sent anything for some time, or somebody has said so. A revision with the content of
 * the one before is none; else the one before is not wanted any more.
 */
public final class Completion {
    private final Database database;
    private final long quietMillis;
    private final JobEvents events;
    private final Runnable queued;

    /** @param queued called when jobs have changed that others work on */
    public Completion(Database database, long quietMillis, JobEvents events, Runnable queued) {
        this.database = database;
        this.quietMillis = quietMillis;
        this.events = events;
        this.queued = queued;
    }

    /** Looks at all studies that images come in for. */
    public void run() throws IOException {
        List<Job> ripe = database.read(sql -> new ReceivingTable(sql).ripe(quietMillis));
        for (Job job : ripe) {
            List<Job> changed = database.write(sql -> {
                new StudyTable(sql).hold(job.studyInstanceUid());
                return new ReceivingTable(sql).isRipe(job.id(), quietMillis) ? completed(sql, job) : List.of();
            });
            changed.forEach(events::changed);
        }
        if (!ripe.isEmpty()) {
            queued.run();
        }
    }

    /** @return the jobs that it has changed */
    private static List<Job> completed(Sql sql, Job job) throws SQLException {
        JobTable jobs = new JobTable(sql);
        Content content = new InstanceTable(sql).content(job.studyInstanceUid(), job.revision());
        Optional<Job> before = job.replaces().isPresent() ? jobs.find(job.replaces().getAsLong()) : Optional.empty();
        if (before.isPresent() && before.get().contentDigest().equals(content.digest())) {
            // Who has heard of the job hears that it is gone.
            jobs.move(job.id(), JobState.CANCELLED, "Its content is that of job " + before.get().id() + ".");
            Job gone = jobs.find(job.id()).orElseThrow();
            new ReceivingTable(sql).forget(job.id(), job.studyInstanceUid(), job.revision());
            return List.of(gone);
        }
        new ReceivingTable(sql).queue(job.id(), content.images(), content.digest());
        List<Job> changed = new ArrayList<>();
        for (Job earlier : jobs.openBefore(job.studyInstanceUid(), job.revision())) {
            jobs.move(earlier.id(), JobState.CANCELLED, "Job " + job.id() + " has a later content of the study.");
            changed.add(jobs.find(earlier.id()).orElseThrow());
        }
        changed.add(jobs.find(job.id()).orElseThrow());
        return changed;
    }
}
