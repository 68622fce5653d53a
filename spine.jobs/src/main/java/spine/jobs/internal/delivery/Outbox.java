package spine.jobs.internal.delivery;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import spine.api.delivery.Destination;
import spine.api.job.Job;
import spine.api.job.JobState;
import spine.dicom.DicomCodec;
import spine.jobs.internal.event.Bell;
import spine.jobs.internal.event.JobEvents;
import spine.jobs.internal.store.Database;
import spine.jobs.internal.store.DeliveryTable;
import spine.jobs.internal.store.Sql;

/** Destinations that are there, each with its thread. They may come and go. Safe for use by many threads. */
public final class Outbox implements Closeable {
    private final Map<String, DestinationThread> threads = new ConcurrentHashMap<>();
    private final Bell bell = new Bell();
    private final Database database;
    private final Path results;
    private final DicomCodec codec;
    private final RetryRule rule;
    private final String process;
    private final JobEvents events;

    /** @param process names this process among those that share the database */
    public Outbox(Database database, Path results, DicomCodec codec, RetryRule rule, String process, JobEvents events) {
        this.database = database;
        this.results = results;
        this.codec = codec;
        this.rule = rule;
        this.process = process;
        this.events = events;
    }

    /** Begins to send to a destination; one of the same name is replaced. */
    public void add(Destination destination) {
        DestinationThread thread = new DestinationThread(destination, database, results, codec, rule, process, events, bell);
        DestinationThread before = threads.put(destination.name(), thread);
        if (before != null) {
            before.close();
        }
        thread.start();
    }

    /** What is on its way to the destination is put back, and waits for it to be there again. */
    public void remove(Destination destination) {
        DestinationThread thread = threads.get(destination.name());
        if (thread != null && thread.sendsTo(destination)) {
            threads.remove(destination.name(), thread);
            thread.close();
        }
    }

    /** In the transaction that gives a job its result: what of it the destinations get that are there. */
    public void address(Sql sql, Job job, List<ResultObject> objects) throws SQLException {
        DeliveryTable deliveries = new DeliveryTable(sql);
        for (DestinationThread thread : threads.values()) {
            thread.address(deliveries, job, objects);
        }
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

    @Override
    public void close() {
        threads.values().forEach(DestinationThread::close);
        threads.clear();
    }
}
