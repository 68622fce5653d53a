package spine.app.internal.console;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import spine.api.job.Delivery;
import spine.api.job.Job;
import spine.api.job.JobState;
import spine.api.service.StudyJob;

/** What is being scored and what is in the queue, for a person to read. */
public final class JobLines {
    /** Where there is none. */
    public static final String NO_QUEUE = "There is no queue of jobs: no platform serves this home, or the one that does cannot"
            + " open its database, as ./spine health says.";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private JobLines() {
    }

    /** The studies that are scored without a job of the queue. */
    public static List<StudyJob> without(List<StudyJob> scored, List<Job> jobs) {
        Set<String> queued = jobs.stream().filter(job -> job.state() == JobState.RUNNING).map(Job::studyInstanceUid)
                .collect(Collectors.toSet());
        return scored.stream().filter(job -> !queued.contains(job.studyInstanceUid())).toList();
    }

    /** One line for each, or one that says that there is none. */
    public static List<String> of(List<StudyJob> others, List<Job> jobs) {
        if (others.isEmpty() && jobs.isEmpty()) {
            return List.of("No study is running or waiting.");
        }
        List<String> lines = new ArrayList<>();
        others.forEach(job -> lines.add(String.format(Locale.ROOT, "%-8s since %s  %s", state(job), time(job.since()),
                job.studyInstanceUid())));
        jobs.forEach(job -> lines.add(line(job)));
        return lines;
    }

    public static String line(Job job) {
        String line = String.format(Locale.ROOT, "%5d  %-15s since %s  %s, revision %d, %d %s", job.id(), word(job.state()),
                time(job.changed()), job.studyInstanceUid(), job.revision(), job.images(), job.images() == 1 ? "image" : "images");
        return line + (job.replaced() ? ", replaced" : "") + (job.reason().isEmpty() ? "" : ": " + job.reason());
    }

    /**
     * Everything about one, a line for each thing.
     *
     * @param comparison folder of the comparison of its study with earlier ones; empty if there is none
     * @param doubts why its study is not compared with others
     */
    public static List<String> of(Job job, List<Delivery> deliveries, Optional<Path> comparison, List<String> doubts) {
        List<String> lines = new ArrayList<>(List.of(line(job), "  received " + time(job.received()) + " from " + job.sender(),
                "  priority " + job.priority() + ", begun " + job.attempts() + (job.attempts() == 1 ? " time" : " times")
                        + (job.worker().isEmpty() ? "" : ", scored by " + job.worker())));
        job.replaces().ifPresent(before -> lines.add("  replaces job " + before));
        if (!job.contentDigest().isEmpty()) {
            lines.add("  content " + job.contentDigest());
        }
        comparison.ifPresent(folder -> lines.add("  compared with earlier results of the patient: " + folder));
        doubts.forEach(doubt -> lines.add("  " + doubt));
        for (Delivery delivery : deliveries) {
            lines.add("  " + delivery.destination() + " has " + delivery.accepted() + " of " + delivery.objects() + " objects"
                    + delivery.next().filter(next -> delivery.attempts() > 0 && next.isAfter(Instant.EPOCH))
                            .map(next -> ", next attempt " + time(next)).orElse("")
                    + (delivery.reason().isEmpty() ? "" : ": " + delivery.reason()));
        }
        return lines;
    }

    /** In one word. */
    public static String state(StudyJob job) {
        return job.running() ? "running" : "waiting";
    }

    /** In one word. */
    public static String word(JobState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException with a sentence, if no state has that word */
    public static JobState state(String word) {
        return Arrays.stream(JobState.values()).filter(state -> word(state).equals(word)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no state '" + word + "'; there is "
                        + Arrays.stream(JobState.values()).map(JobLines::word).collect(Collectors.joining(", ")) + "."));
    }

    private static String time(Instant time) {
        return TIME.format(time.atZone(ZoneId.systemDefault()));
    }
}
