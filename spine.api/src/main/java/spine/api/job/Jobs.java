package spine.api.job;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Service of a serving platform: its jobs. Safe for use by many threads. What a method has changed is in the database when it returns.
 * Every method throws {@link IOException}, with a sentence, if the database cannot be reached.
 */
@ProviderType
public interface Jobs {

    Optional<Job> find(long id) throws IOException;

    /** Those that fit, by id, the highest first. */
    List<Job> list(JobQuery query) throws IOException;

    /** How many there are of each state; states without a job are left out. */
    Map<JobState, Long> count() throws IOException;

    /** For how long the one of {@link JobState#WAITING} that waits the longest has waited, not negative; empty if none waits. */
    Optional<Duration> longestWait() throws IOException;

    /** One for each destination that the results of the job go to; none before there are results. */
    List<Delivery> deliveries(long id) throws IOException;

    /**
     * Gives a job up; one that runs is stopped. What it has not sent yet is not sent.
     *
     * @return as it is then
     * @throws JobStateException if there is no such job, or it has ended
     */
    Job cancel(long id) throws JobStateException, IOException;

    /**
     * Lets a job wait again that failed, was cancelled or needs attention. One that has its result sends it again, as far as it was not
     * accepted.
     *
     * @return as it is then
     * @throws JobStateException if there is no such job, it has not ended, or its images or a later revision make it pointless
     */
    Job retry(long id) throws JobStateException, IOException;

    /**
     * Changes the place in the queue.
     *
     * @param priority higher ones run first
     * @throws JobStateException if there is no such job, or it does not wait
     */
    Job prioritise(long id, int priority) throws JobStateException, IOException;

    /**
     * Tells of every change of a job in this process and, as far as it can be seen in the database, in others.
     *
     * @param listener called by one thread at a time; must not block
     * @return closed when no more is wanted; closing throws nothing
     */
    Subscription listen(Consumer<JobEvent> listener);

    /** Ends when closed. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
