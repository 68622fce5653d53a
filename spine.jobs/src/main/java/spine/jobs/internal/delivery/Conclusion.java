package spine.jobs.internal.delivery;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import spine.api.job.Delivery;
import spine.api.job.Job;
import spine.api.job.JobState;
import spine.jobs.internal.store.DeliveryTable;
import spine.jobs.internal.store.JobTable;
import spine.jobs.internal.store.SendingTable;
import spine.jobs.internal.store.Sql;

/** What a job is when nothing of it is to be sent any more. */
public final class Conclusion {

    private Conclusion() {
    }

    /** @return the job, if it has changed by that */
    public static Optional<Job> of(Sql sql, long id) throws SQLException {
        JobTable jobs = new JobTable(sql);
        Optional<Job> job = jobs.hold(id);
        if (job.isEmpty() || job.get().state() != JobState.SENDING || !new SendingTable(sql).hasEnded(id)) {
            return Optional.empty();
        }
        List<Delivery> open = new DeliveryTable(sql).of(id).stream().filter(delivery -> !delivery.isComplete()).toList();
        if (open.isEmpty()) {
            jobs.move(id, JobState.DONE, job.get().reason());
        } else {
            jobs.move(id, JobState.NEEDS_ATTENTION, open.stream().map(Conclusion::sentence).collect(Collectors.joining(" ")));
        }
        return jobs.find(id);
    }

    /** Has a job send that had nothing left to send, if there is something now. @return the job, if it has changed by that */
    static Optional<Job> undo(Sql sql, long id) throws SQLException {
        JobTable jobs = new JobTable(sql);
        Optional<Job> job = jobs.hold(id);
        if (job.isEmpty() || job.get().state() != JobState.DONE || new SendingTable(sql).hasEnded(id)) {
            return Optional.empty();
        }
        jobs.move(id, JobState.SENDING, job.get().reason());
        return jobs.find(id);
    }

    private static String sentence(Delivery delivery) {
        String attempts = switch (delivery.attempts()) {
            case 0 -> ": ";
            case 1 -> " after 1 attempt: ";
            default -> " after " + delivery.attempts() + " attempts: ";
        };
        return "Destination " + delivery.destination() + " has " + delivery.accepted() + " of " + delivery.objects() + " objects, and was"
                + " given up" + attempts + delivery.reason();
    }
}
