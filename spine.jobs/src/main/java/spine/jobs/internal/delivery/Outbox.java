package spine.jobs.internal.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import spine.api.delivery.Destination;
import spine.api.job.Job;
import spine.api.job.JobState;
import spine.dicom.DicomCodec;
import spine.jobs.internal.event.Bell;
import spine.jobs.internal.event.JobEvents;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.SendingTable;

/** Destinations that are there, each with its thread. They may come and go. Safe for use by many threads. */
public final class Outbox implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    /** What is still under way then ends by itself; what became of it is asked for at the destination. */
    private static final Duration STOP = Duration.ofSeconds(10);

    private final Map<String, DestinationThread> threads = new ConcurrentHashMap<>();
    private final Bell bell = new Bell();
    private final Database database;
    private final Path results;
    private final DicomCodec codec;
    private final RetryRule rule;
    private final String process;
    private final JobEvents events;
    private final Absence absence;
    private volatile boolean closed;

    /** @param process names this process among those that share the database */
    public Outbox(Database database, Path results, DicomCodec codec, RetryRule rule, String process, JobEvents events) {
        this.database = database;
        this.results = results;
        this.codec = codec;
        this.rule = rule;
        this.process = process;
        this.events = events;
        this.absence = new Absence(database, rule.absentMillis(), events);
    }

    /** Begins to send to a destination; another of the same name is replaced. Repeating it is harmless. */
    public void add(Destination destination) {
        DestinationThread there = threads.get(destination.name());
        if (there != null && there.sendsTo(destination)) {
            return;
        }
        DestinationThread thread = new DestinationThread(destination, database, results, codec, rule, process, events,
                absence, bell);
        DestinationThread before = threads.put(destination.name(), thread);
        if (before != null) {
            end(List.of(before));
        }
        thread.start();
    }

    /** What is on its way to the destination is put back, and waits for it to be there again. */
    public void remove(Destination destination) {
        DestinationThread thread = threads.get(destination.name());
        if (thread != null && thread.sendsTo(destination)) {
            threads.remove(destination.name(), thread);
            end(List.of(thread));
        }
    }

    /** What of a result the destinations get that are there. One that fails is asked again by its thread. */
    public List<Address> addresses(Job job, List<ResultObject> objects) {
        List<Address> addresses = new ArrayList<>();
        threads.forEach((name, thread) -> {
            try {
                addresses.add(thread.address(job, objects));
            } catch (RuntimeException e) {
                LOG.error("destination {} failed", name, e);
            }
        });
        return addresses;
    }

    /** Has all threads look for something to do. */
    public void wake() {
        bell.ring();
    }

    /** Stops what is being sent of a job that is not to be sent any more. */
    public void changed(Job job) {
        if (job.state() != JobState.SENDING) {
            threads.values().forEach(thread -> thread.stop(job.id()));
        }
    }

    /** Has every attempt that is under way said to be alive, and stops those that are not wanted any more. */
    public void beat() throws IOException {
        for (DestinationThread thread : threads.values()) {
            thread.beat();
        }
    }

    /** Gives up what is to be sent to destinations that have not been there for a while. */
    public void look() throws IOException {
        if (!closed) {
            absence.look(threads.keySet());
        }
    }

    /** Lets at once be sent again what a process was sending that used the same embedded database before. */
    public void takeOverAll() throws IOException {
        database.change(sql -> new SendingTable(sql).release());
    }

    @Override
    public void close() {
        closed = true;
        end(List.copyOf(threads.values()));
        threads.clear();
    }

    /** All at the same time, since one that sends to a node that is silent may need a while. */
    private static void end(List<DestinationThread> ending) {
        ending.forEach(DestinationThread::stop);
        long deadline = System.nanoTime() + STOP.toNanos();
        ending.forEach(thread -> thread.await(deadline));
    }
}
