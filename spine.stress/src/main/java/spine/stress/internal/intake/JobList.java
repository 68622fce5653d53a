package spine.stress.internal.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import spine.stress.internal.home.Launcher;
import spine.stress.internal.home.Said;

/** The jobs of a serving platform, as its command lists them. */
final class JobList {
    private static final int AT_ONCE = 1000;
    private static final String OPEN = "received,waiting,running,sending";

    private static final long PATIENCE_SECONDS = 120;
    private static final long LOOK_MILLIS = 200;

    private final Launcher launcher;

    JobList(Launcher launcher) {
        this.launcher = launcher;
    }

    /**
     * One content of a study.
     *
     * @param state as the command writes it
     */
    record Listed(long id, String study, int revision, boolean replaced, String state, int images, String reason) {
    }

    /** Returns when the platform has opened its queue. */
    void awaitQueue() throws IOException, InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);; TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS)) {
            Said said = launcher.run("--quiet", "jobs", "--limit", "1");
            if (said.exitCode() == 0) {
                return;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the queue does not open: " + said.line());
            }
        }
    }

    /** All, whatever became of them. */
    List<Listed> all() throws IOException, InterruptedException {
        List<Listed> jobs = new ArrayList<>();
        List<Listed> page = list("--limit", Integer.toString(AT_ONCE));
        while (!page.isEmpty()) {
            jobs.addAll(page);
            page = list("--limit", Integer.toString(AT_ONCE), "--before", Long.toString(page.get(page.size() - 1).id()));
        }
        return jobs;
    }

    /** Those that are not at their end. */
    List<Listed> open() throws IOException, InterruptedException {
        return list("--limit", Integer.toString(AT_ONCE), "--state", OPEN);
    }

    List<Listed> running() throws IOException, InterruptedException {
        return list("--state", "running");
    }

    private List<Listed> list(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("--quiet", "--json", "jobs"));
        command.addAll(List.of(options));
        Said said = launcher.run(command);
        if (said.exitCode() != 0) {
            throw new IOException("the jobs cannot be listed: " + said.line());
        }
        List<Listed> jobs = new ArrayList<>();
        for (JsonNode job : new ObjectMapper().readTree(said.out())) {
            // A study that is scored without a job has no number.
            if (job.has("id")) {
                jobs.add(new Listed(job.path("id").asLong(), job.path("studyInstanceUid").asText(), job.path("revision").asInt(),
                        job.path("replaced").asBoolean(), job.path("state").asText(), job.path("images").asInt(),
                        job.path("reason").asText()));
            }
        }
        return jobs;
    }
}
