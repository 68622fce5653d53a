package spine.jobs.internal.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.Cancellation;
import spine.api.delivery.DeliveryException;
import spine.api.delivery.Destination;
import spine.api.job.Job;
import spine.dicom.DicomCodec;
import spine.jobs.internal.event.Bell;
import spine.jobs.internal.event.JobEvents;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.DeliveryTable;
import spine.jobs.internal.store.JobTable;
import spine.jobs.internal.store.SendingTable;
import spine.jobs.internal.store.SendingTable.Consignment;

/** Sends to one destination whatever it is to get, one job after the other; what fails is tried again later. */
final class DestinationThread {
    private static final Logger LOG = LoggerFactory.getLogger(DestinationThread.class);
    private static final long LOOK_MILLIS = 1000;
    private static final long AFTER_FAILURE_MILLIS = 5000;
    /** An attempt whose process says nothing for that long has ended with it. */
    private static final long LEASE_MILLIS = 60_000;
    private static final int AT_ONCE = 100;
    /** A result is seen when its transaction has ended; none takes as long. */
    private static final long OVERLAP_MILLIS = 3_600_000;
    private static final String PERHAPS_TWICE = "An earlier attempt did not end, and the destination does not say what it has: it may"
            + " have got objects twice, with the same UIDs.";

    private final Destination destination;
    private final String name;
    private final Database database;
    private final Path results;
    private final DicomCodec codec;
    private final RetryRule rule;
    private final String process;
    private final JobEvents events;
    private final Absence absence;
    private final Bell bell;
    private final Thread thread;
    /** When nothing was left to consider; of the thread alone. */
    private long considered = System.nanoTime();
    private volatile boolean closed;
    private volatile Sending sending;

    /** The attempt that is under way. */
    private record Sending(long job, Cancellation cancellation) {
    }

    DestinationThread(Destination destination, Database database, Path results, DicomCodec codec, RetryRule rule, String process,
            JobEvents events, Absence absence, Bell bell) {
        this.destination = destination;
        this.name = destination.name();
        this.database = database;
        this.results = results;
        this.codec = codec;
        this.rule = rule;
        this.process = process;
        this.events = events;
        this.absence = absence;
        this.bell = bell;
        this.thread = new Thread(this::run, "destination-" + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    boolean sendsTo(Destination one) {
        return destination == one;
    }

    /** What the destination gets of a result. */
    Address address(Job job, List<ResultObject> objects) {
        return new Address(name, objects.stream().filter(object -> destination.takes(object.sopClass(), job.sender()))
                .map(ResultObject::file).toList());
    }

    void stop(long job) {
        Sending now = sending;
        if (now != null && now.job() == job) {
            now.cancellation().cancel();
        }
    }

    void beat() throws IOException {
        Sending now = sending;
        if (now != null && !database.write(sql -> new SendingTable(sql).extend(now.job(), name, process, LEASE_MILLIS))) {
            now.cancellation().cancel();
        }
    }

    /** Begins no attempt any more, and ends the one that is under way. Does not wait for that. */
    void stop() {
        closed = true;
        Sending now = sending;
        if (now != null) {
            now.cancellation().cancel();
        }
        bell.ring();
    }

    /** After {@link #stop()}: waits for the end, but no longer than to the deadline, as {@link System#nanoTime()} tells it. */
    void await(long deadline) {
        try {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean registered = false;
        while (!closed) {
            long heard = bell.rings();
            try {
                if (!registered) {
                    database.change(sql -> new DeliveryTable(sql).register(name));
                    absence.end(name);
                    registered = true;
                }
                consider();
                Optional<Consignment> next = database.write(sql -> new SendingTable(sql).take(name, process, LEASE_MILLIS));
                if (next.isPresent()) {
                    send(next.get());
                } else {
                    pause(heard, LOOK_MILLIS);
                }
            } catch (IOException | RuntimeException e) {
                LOG.error("nothing can be sent to {} at the moment", name, e);
                pause(heard, AFTER_FAILURE_MILLIS);
            }
        }
    }

    private void pause(long heard, long millis) {
        try {
            bell.await(heard, millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }

    /** Results that came while the destination was not there are for it too. */
    private void consider() throws IOException {
        List<Long> jobs = database.read(sql -> new DeliveryTable(sql).unconsidered(name, AT_ONCE));
        for (long id : jobs) {
            Optional<Job> job = database.read(sql -> new JobTable(sql).find(id));
            if (job.isPresent()) {
                consider(job.get());
            }
        }
        long now = System.nanoTime();
        if (jobs.isEmpty() && now - considered > OVERLAP_MILLIS * 1_000_000) {
            considered = now;
            database.change(sql -> new DeliveryTable(sql).consideredUntil(name, sql.now() - OVERLAP_MILLIS));
        }
    }

    private void consider(Job job) throws IOException {
        Address address = address(job, objects(job));
        database.<Optional<Job>, RuntimeException>write(sql -> {
            address.note(sql, job.id());
            return Conclusion.undo(sql, job.id());
        }).ifPresent(events::changed);
    }

    /** Without a readable result there is nothing to send, now or later. */
    private List<ResultObject> objects(Job job) {
        try {
            return ResultObject.in(results.resolve(job.studyInstanceUid()), codec);
        } catch (IOException e) {
            LOG.error("the result of job {} cannot be read, so {} does not get it", job.id(), name, e);
            return List.of();
        }
    }

    private void send(Consignment consignment) throws IOException {
        Cancellation cancellation = new Cancellation();
        sending = new Sending(consignment.job(), cancellation);
        Path folder = results.resolve(consignment.study());
        try {
            if (closed) {
                cancellation.cancel();
            }
            boolean once = send(consignment, consignment.files().stream().map(folder::resolve).toList(),
                    file -> accepted(consignment, folder, file), cancellation);
            ended(consignment, once ? "" : PERHAPS_TWICE, "It did not acknowledge every object.", true);
        } catch (CancellationException e) {
            database.change(sql -> new SendingTable(sql).putBack(consignment.job(), name));
        } catch (DeliveryException e) {
            LOG.warn("job {} was not accepted by {}: {}", consignment.job(), name, e.getMessage(), e);
            ended(consignment, "", e.getMessage(), e.isWorthTrying());
        } catch (RuntimeException | Error e) {
            LOG.error("destination {} failed", name, e);
            ended(consignment, "", "The destination failed unexpectedly; the log has the details.", true);
        } finally {
            sending = null;
        }
    }

    /** @return whether it is known that nothing was sent twice */
    private boolean send(Consignment consignment, List<Path> objects, Consumer<Path> accepted, Cancellation cancellation)
            throws DeliveryException {
        if (consignment.resumes()) {
            return destination.resume(objects, accepted, cancellation);
        }
        destination.send(objects, accepted, cancellation);
        return true;
    }

    private void accepted(Consignment consignment, Path folder, Path file) {
        try {
            String path = folder.relativize(file).toString().replace('\\', '/');
            database.change(sql -> new SendingTable(sql).accept(consignment.job(), name, path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param remark on the attempt, if it is complete
     * @param reason why it is not, otherwise
     */
    private void ended(Consignment consignment, String remark, String reason, boolean worthTrying) throws IOException {
        database.<Optional<Job>, RuntimeException>write(sql -> {
            SendingTable table = new SendingTable(sql);
            if (table.isComplete(consignment.job(), name)) {
                table.end(consignment.job(), name, remark);
            } else if (worthTrying && consignment.attempt() < rule.attempts()) {
                table.postpone(consignment.job(), name, rule.delayAfter(consignment.attempt()), reason);
            } else {
                table.end(consignment.job(), name, reason);
            }
            return Conclusion.of(sql, consignment.job());
        }).ifPresent(events::changed);
    }
}
