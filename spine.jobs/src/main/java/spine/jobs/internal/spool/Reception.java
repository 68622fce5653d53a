package spine.jobs.internal.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

import spine.api.intake.Intake;
import spine.api.intake.IntakeException;
import spine.api.intake.IntakeException.Reason;
import spine.api.intake.StoredObject;
import spine.api.intake.StoredObject.Kind;
import spine.api.job.Job;
import spine.api.job.JobState;
import spine.dicom.DicomCodec;
import spine.jobs.internal.event.JobEvents;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.Instance;
import spine.jobs.internal.store.Instance.Role;
import spine.jobs.internal.store.InstanceTable;
import spine.jobs.internal.store.JobTable;
import spine.jobs.internal.store.ReceivingTable;
import spine.jobs.internal.store.Sql;
import spine.jobs.internal.store.StudyTable;

/**
 * Takes objects: the file first, then its row and the job, in one transaction. A process that ends in between leaves a file without a row,
 * which {@link SpoolCheck} takes again; nobody was told that it was taken.
 */
public final class Reception implements Intake {
    private static final int LONGEST_SENDER = 256;
    private static final int DIGITS = 16;

    private final Database database;
    private final SpoolFolder spool;
    private final Bounds bounds;
    private final DicomCodec codec;
    private final JobEvents events;
    private final Completion completion;

    public Reception(Database database, SpoolFolder spool, Bounds bounds, DicomCodec codec, JobEvents events,
            Completion completion) {
        this.database = database;
        this.spool = spool;
        this.bounds = bounds;
        this.codec = codec;
        this.events = events;
        this.completion = completion;
    }

    /** What became of an object: what is told of it, the job that has another image, and a file that nobody needs any more. */
    private record Taken(Kind kind, Optional<Job> job, Optional<Path> superfluous) {
    }

    @Override
    public StoredObject store(InputStream file, String sender) throws IOException {
        Path part = spool.write(file);
        try {
            return take(part, sender);
        } finally {
            spool.discard(part);
        }
    }

    /** @throws IntakeException as {@link #store} does */
    ObjectHead head(Path file) throws IOException {
        return ObjectHead.of(file, codec);
    }

    /** @param part in the spool, of whichever name; is not there any more when this returns, or still is if this throws */
    StoredObject take(Path part, String sender) throws IOException {
        ObjectHead head = ObjectHead.of(part, codec);
        String from = plain(sender);
        Taken taken = database.write(sql -> taken(sql, part, head, from));
        if (taken.superfluous().isPresent()) {
            spool.discard(taken.superfluous().get());
        }
        taken.job().ifPresent(events::changed);
        return new StoredObject(head.study(), head.sopClass(), head.sop(), taken.kind());
    }

    private Taken taken(Sql sql, Path part, ObjectHead head, String sender) throws SQLException, IOException {
        StudyTable studies = new StudyTable(sql);
        InstanceTable instances = new InstanceTable(sql);
        StudyTable.Size size = studies.hold(head.study());
        Optional<Instance> known = instances.find(head.study(), head.sop());
        boolean same = known.isPresent() && known.get().digest().equals(head.digest());
        if (same && !known.get().file().isEmpty()) {
            return new Taken(Kind.REPEATED, Optional.empty(), Optional.of(part));
        }
        requireSmall(head, size);
        int revision = known.map(Instance::revision).orElse(0);
        Optional<Job> job = Optional.empty();
        if (head.role() == Role.IMAGE && !same) {
            long id = job(sql, head, sender);
            job = new JobTable(sql).find(id);
            revision = job.orElseThrow().revision();
        }
        // Another content gets a file of its own: until the commit, the row has the one before.
        String name = head.sop() + (known.isPresent() && !same ? "-" + head.digest().substring(0, DIGITS) : "") + ".dcm";
        spool.place(part, head.study(), name);
        Instance instance = new Instance(head.study(), head.sop(), head.sopClass(), head.role(), revision, head.digest(), head.bytes(), name,
                sender);
        if (known.isPresent()) {
            instances.replace(instance);
        } else {
            instances.add(instance);
        }
        boolean counted = known.isPresent() && !known.get().file().isEmpty();
        studies.grow(head.study(), head.bytes() - (counted ? known.get().bytes() : 0), counted ? 0 : 1);
        if (job.isPresent()) {
            new ReceivingTable(sql).images(job.get().id(), instances.countImages(head.study(), revision));
            job = new JobTable(sql).find(job.get().id());
        }
        Optional<Path> old = known.filter(before -> !before.file().isEmpty() && !before.file().equals(name)).map(spool::file);
        return new Taken(kind(head, known.isPresent(), same), job, old);
    }

    private static Kind kind(ObjectHead head, boolean known, boolean same) {
        if (head.role() == Role.RESULT) {
            return Kind.RESULT;
        }
        return same ? Kind.REPEATED : known ? Kind.CHANGED : Kind.NEW;
    }

    private void requireSmall(ObjectHead head, StudyTable.Size size) throws IntakeException {
        if (size.bytes() + head.bytes() > bounds.studyBytes() || size.objects() >= bounds.studyObjects()) {
            throw new IntakeException(Reason.TOO_LARGE, "Study " + head.study() + " has more than is taken of one study, "
                    + bounds.studyObjects() + " objects and " + (bounds.studyBytes() >> 20) + " MB.");
        }
    }

    /** The job that the image belongs to: one that is not being scored yet, or a new one. */
    private long job(Sql sql, ObjectHead head, String sender) throws SQLException, IntakeException {
        ReceivingTable receiving = new ReceivingTable(sql);
        Optional<Job> newest = new JobTable(sql).newest(head.study());
        if (newest.isPresent() && receiving.add(newest.get().id())) {
            return newest.get().id();
        }
        if (receiving.queued() >= bounds.jobs()) {
            throw new IntakeException(Reason.FULL, "The queue is full: " + bounds.jobs() + " studies wait already.");
        }
        return receiving.begin(head.study(), newest.map(job -> job.revision() + 1).orElse(1),
                newest.map(job -> OptionalLong.of(job.id())).orElse(OptionalLong.empty()), sender);
    }

    @Override
    public Optional<Job> complete(String studyInstanceUid) throws IOException {
        if (!Uid.isUid(studyInstanceUid)) {
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
