package spine.jobs.internal.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import spine.api.intake.Intake;
import spine.api.intake.IntakeException;
import spine.api.intake.StoredObject;
import spine.api.job.Job;
import spine.api.job.JobState;
import spine.common.text.DicomUid;
import spine.dicom.DicomCodec;
import spine.jobs.internal.event.JobEvents;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.GroupCommit;
import spine.jobs.internal.store.InstanceTable;
import spine.jobs.internal.store.JobTable;
import spine.jobs.internal.store.ReceivingTable;
import spine.jobs.internal.store.StudyTable;

/**
 * Takes objects: the file first, then its row and the job, in one transaction. A process that ends in between leaves a file without a row,
 * which {@link SpoolCheck} takes again; nobody was told that it was taken.
 */
public final class Reception implements Intake {
    private static final int LONGEST_SENDER = 256;
    /** Bytes of an object that others do not wait for. */
    private static final long LARGE = 1 << 22;

    private final Database database;
    private final SpoolFolder spool;
    private final Bounds bounds;
    private final DicomCodec codec;
    private final JobEvents events;
    private final Completion completion;
    private final GroupCommit<Arrival.Taken> commits;

    public Reception(Database database, SpoolFolder spool, Bounds bounds, DicomCodec codec, JobEvents events,
            Completion completion) {
        this.database = database;
        this.spool = spool;
        this.bounds = bounds;
        this.codec = codec;
        this.events = events;
        this.completion = completion;
        this.commits = new GroupCommit<>(database, this::forceNames);
    }

    @Override
    public StoredObject store(InputStream file, String sender) throws IOException {
        Forced part = spool.write(file);
        try {
            return take(part, sender);
        } finally {
            spool.discard(part.path());
        }
    }

    /** @throws IntakeException as {@link #store} does */
    ObjectHead head(Path file) throws IOException {
        return ObjectHead.of(file, codec);
    }

    /** @param part in the spool, of whichever name; is not there any more when this returns, or still is if this throws */
    StoredObject take(Path part, String sender) throws IOException {
        return take(spool.force(part), sender);
    }

    private StoredObject take(Forced part, String sender) throws IOException {
        ObjectHead head = ObjectHead.of(part.path(), codec);
        Arrival arrival = new Arrival(spool, bounds, codec, head, part, plain(sender));
        Arrival.Taken taken = head.bytes() > LARGE ? alone(arrival, part) : commits.write(head.study(), arrival::take);
        if (taken.superfluous().isPresent()) {
            discard(head.study(), taken.superfluous().get());
        }
        taken.job().ifPresent(events::changed);
        return new StoredObject(head.study(), head.sopClass(), head.sop(), taken.kind());
    }

    /** Unless another object has just got the name. */
    private void discard(String study, Path file) throws IOException {
        database.change(sql -> {
            new StudyTable(sql).hold(study);
            if (!new InstanceTable(sql).hasFile(study, file.getFileName().toString())) {
                spool.discard(file);
            }
        });
    }

    private Arrival.Taken alone(Arrival arrival, Forced part) throws IOException {
        part.await();
        return database.write(sql -> {
            Arrival.Taken taken = arrival.take(sql);
            forceNames(List.of(taken));
            return taken;
        });
    }

    private void forceNames(List<Arrival.Taken> arrivals) throws IOException {
        spool.forceNames(arrivals.stream().flatMap(taken -> taken.folder().stream()).collect(Collectors.toSet()));
    }

    @Override
    public Optional<Job> complete(String studyInstanceUid) throws IOException {
        if (!DicomUid.isValid(studyInstanceUid)) {
            return Optional.empty();
        }
        Optional<Job> job = database.write(sql -> {
            Optional<Job> newest = new JobTable(sql).newest(studyInstanceUid);
            if (newest.isPresent() && newest.get().state() == JobState.RECEIVED) {
                new ReceivingTable(sql).complete(newest.get().id());
            }
            return newest;
        });
        if (job.isEmpty() || job.get().state() != JobState.RECEIVED) {
            return job;
        }
        completion.run();
        return database.read(sql -> new JobTable(sql).newest(studyInstanceUid));
    }

    /** No control characters, and not longer than the table has it. */
    private static String plain(String sender) {
        String words = sender.replaceAll("\\p{Cntrl}", " ").strip();
        return words.length() <= LONGEST_SENDER ? words : words.substring(0, LONGEST_SENDER);
    }
}
