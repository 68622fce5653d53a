package spine.web.internal.api;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import spine.api.job.Job;
import spine.api.job.JobEvent;

/** Adds up what the events of jobs tell: how long states and steps take, and how many images come. Safe for use by many threads. */
final class JobFigures {
    /** Jobs that are followed; the one that changed the longest ago goes. */
    static final int MOST_JOBS = 10_000;
    /** Steps that are told apart; each is a time series for whoever collects them. */
    static final int MOST_STEPS = 40;

    private final SortedMap<String, Total> states = new TreeMap<>();
    private final SortedMap<String, Total> steps = new TreeMap<>();
    private final Map<Long, Seen> jobs = new LinkedHashMap<>(16, 0.75f, true);
    private long images;

    /** How often, and how long all together. */
    record Total(long count, Duration sum) {

        Total plus(Duration more) {
            return new Total(count + 1, sum.plus(more));
        }
    }

    /** @param images the most that the job had: of two senders the later one may be heard first */
    private record Seen(Job job, int images, String step, Instant since) {
    }

    synchronized void note(JobEvent event, Instant now) {
        Job job = event.job();
        Seen before = jobs.get(job.id());
        String step = event.step().replaceAll("[0-9]+", "N");
        boolean sameStep = before != null && before.step().equals(step);
        int most = before == null ? job.images() : Math.max(before.images(), job.images());
        jobs.put(job.id(), new Seen(job, most, step, sameStep ? before.since() : now));
        if (jobs.size() > MOST_JOBS) {
            jobs.remove(jobs.keySet().iterator().next());
        }
        images += before == null ? most : most - before.images();
        if (before == null) {
            return;
        }
        if (before.job().state() != job.state()) {
            add(states, JobJson.word(before.job().state()), Duration.between(before.job().changed(), job.changed()));
        }
        if (!sameStep && !before.step().isEmpty()) {
            add(steps, steps.size() < MOST_STEPS || steps.containsKey(before.step()) ? before.step() : "other",
                    Duration.between(before.since(), now));
        }
    }

    private static void add(SortedMap<String, Total> totals, String name, Duration time) {
        Duration positive = time.isNegative() ? Duration.ZERO : time;
        totals.put(name, totals.getOrDefault(name, new Total(0, Duration.ZERO)).plus(positive));
    }

    synchronized SortedMap<String, Total> states() {
        return new TreeMap<>(states);
    }

    synchronized SortedMap<String, Total> steps() {
        return new TreeMap<>(steps);
    }

    synchronized long images() {
        return images;
    }
}
