package spine.jobs.internal.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

import spine.api.intake.IntakeException;
import spine.api.intake.IntakeException.Reason;
import spine.api.intake.StoredObject.Kind;
import spine.api.job.Job;
import spine.dicom.DicomCodec;
import spine.jobs.internal.store.Instance;
import spine.jobs.internal.store.Instance.Role;
import spine.jobs.internal.store.InstanceTable;
import spine.jobs.internal.store.JobTable;
import spine.jobs.internal.store.NodeTable;
import spine.jobs.internal.store.ReceivingTable;
import spine.jobs.internal.store.Sql;
import spine.jobs.internal.store.StudyTable;

/** One object that has been written to the spool: gives it its name and its row, and finds its job. */
final class Arrival {
    private static final int DIGITS = 16;

    private final SpoolFolder spool;
    private final Bounds bounds;
    private final DicomCodec codec;
    private final ObjectHead head;
    private final Forced part;
    private final String sender;
    /** Where it is now: a transaction that was undone may have given it a name. */
    private Path at;

    Arrival(SpoolFolder spool, Bounds bounds, DicomCodec codec, ObjectHead head, Forced part, String sender) {
        this.spool = spool;
        this.bounds = bounds;
        this.codec = codec;
        this.head = head;
        this.part = part;
        this.sender = sender;
        this.at = part.path();
    }

    /**
     * What became of it.
     *
     * @param job the one that has another image by it
     * @param folder whose names have to be on the disk before the commit
     * @param superfluous a file that nobody needs any more, once the transaction has ended
     */
    record Taken(Kind kind, Optional<Job> job, Optional<Path> folder, Optional<Path> superfluous) {
    }

    /** In one transaction, which can be repeated. */
    Taken take(Sql sql) throws SQLException, IOException {
        StudyTable.Size size = new StudyTable(sql).hold(head.study());
        requireOwnFile();
        Optional<Instance> known = new InstanceTable(sql).find(head.study(), head.sop());
        Optional<Path> before = known.filter(instance -> !instance.file().isEmpty()).map(spool::file)
                .filter(Files::exists);
        boolean same = known.isPresent() && known.get().digest().equals(head.digest());
        if (before.isPresent() && (same || SameImage.of(before.get(), at, codec))) {
            return new Taken(head.role() == Role.RESULT ? Kind.RESULT : Kind.REPEATED, Optional.empty(), Optional.empty(),
                    Optional.of(at).filter(file -> !file.equals(before.get())));
        }
        if (same && new NodeTable(sql).hasElsewhere(known.get())) {
            return new Taken(head.role() == Role.RESULT ? Kind.RESULT : Kind.REPEATED, Optional.empty(), Optional.empty(),
                    Optional.of(at));
        }
        requireSmall(size);
        Optional<Job> job = head.role() == Role.IMAGE && !same ? Optional.of(job(sql, known)) : Optional.empty();
        int revision = job.map(Job::revision).orElse(known.map(Instance::revision).orElse(0));
        // Another content gets a file of its own: until the commit, the row has the one before.
        String name = head.sop() + (known.isPresent() && !same ? "-" + head.digest().substring(0, DIGITS) : "") + ".dcm";
        note(sql, known, new Instance(head.study(), head.sop(), head.sopClass(), head.role(), revision, head.digest(), head.bytes(), name,
                sender, sql.node()));
        if (job.isPresent()) {
            job = new JobTable(sql).find(job.get().id());
        }
        // Last, since the disk may need as long as all of this for the file.
        part.await();
        at = spool.place(at, head.study(), name);
        return new Taken(kind(known.isPresent(), same), job, Optional.of(at.getParent()), before.filter(file -> !file.equals(at)));
    }

    /** While the study was not held, another object of the same UID may have taken the name that this one was given. */
    private void requireOwnFile() throws IOException {
        if (!at.equals(part.path()) && !ObjectHead.of(at, codec).digest().equals(head.digest())) {
            throw new IOException("The file of an object was replaced while it was taken; it can be sent again.");
        }
    }

    private void note(Sql sql, Optional<Instance> known, Instance instance) throws SQLException {
        InstanceTable instances = new InstanceTable(sql);
        if (known.isPresent()) {
            instances.replace(instance);
        } else {
            instances.add(instance);
        }
        if (known.isPresent() && !known.get().node().equals(sql.node())) {
            new ReceivingTable(sql).moveHere(instance.study());
        }
        boolean counted = known.isPresent() && !known.get().file().isEmpty();
        new StudyTable(sql).grow(instance.study(), instance.bytes() - (counted ? known.get().bytes() : 0), counted ? 0 : 1);
    }

    private Kind kind(boolean known, boolean same) {
        if (head.role() == Role.RESULT) {
            return Kind.RESULT;
        }
        return same ? Kind.REPEATED : known ? Kind.CHANGED : Kind.NEW;
    }

    private void requireSmall(StudyTable.Size size) throws IntakeException {
        if (size.bytes() + head.bytes() > bounds.studyBytes() || size.objects() >= bounds.studyObjects()) {
            throw new IntakeException(Reason.TOO_LARGE, "Study " + head.study() + " has more than is taken of one study, "
                    + bounds.studyObjects() + " objects and " + (bounds.studyBytes() >> 20) + " MB.");
        }
    }

    /** The one that the image belongs to: it is not being scored yet, or it is new. */
    private Job job(Sql sql, Optional<Instance> known) throws SQLException, IntakeException {
        ReceivingTable receiving = new ReceivingTable(sql);
        JobTable jobs = new JobTable(sql);
        Optional<Job> newest = jobs.newest(head.study());
        int more = known.filter(instance -> instance.role() == Role.IMAGE).isPresent() ? 0 : 1;
        if (newest.isPresent() && receiving.add(newest.get().id(), more)) {
            return newest.get();
        }
        if (receiving.queued() >= bounds.jobs()) {
            throw new IntakeException(Reason.FULL, "The queue is full: " + bounds.jobs() + " studies wait already.");
        }
        int revision = newest.map(job -> job.revision() + 1).orElse(1);
        OptionalLong before = newest.map(job -> OptionalLong.of(job.id())).orElse(OptionalLong.empty());
        long id = receiving.begin(head.study(), revision, before, sender);
        receiving.images(id, new InstanceTable(sql).countImages(head.study(), revision) + more);
        return jobs.find(id).orElseThrow();
    }
}
