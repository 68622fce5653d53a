package spine.app.internal.cli.platform;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import spine.api.intake.StudyArchive;
import spine.api.job.Job;
import spine.api.job.JobQuery;
import spine.api.job.JobState;
import spine.api.job.JobStateException;
import spine.api.job.Jobs;
import spine.api.service.StudyJob;
import spine.api.service.UnavailableException;
import spine.api.service.Workload;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.app.internal.console.JobLines;

@Command(name = "jobs", mixinStandardHelpOptions = true,
        description = "Lists the studies that the platform has received, the latest first, and those that it is scoring for others.",
        footer = {"", "Of the platform that serves this home (serve); without one, no study is received.",
            "A job is received, waiting, running, sending, done, failed, needs-attention or cancelled.",
            "Exit code 3: there is no such job, or it is in a state in which that cannot be done; 4: no platform serves."})
final class JobsCommand implements Callable<Integer> {
    private static final String WHICH = "number of the job, as jobs lists it";

    private final CommandContext platform;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--state", split = ",", paramLabel = "STATE", description = "only jobs in these states")
    private List<String> states = List.of();

    @Option(names = "--study", paramLabel = "UID", description = "only jobs of this study")
    private Optional<String> study = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "50", description = "at most so many, 1 to 1000; ${DEFAULT-VALUE} without")
    private int limit;

    @Option(names = "--before", paramLabel = "ID", description = "only jobs with a lower number, to go on where a list ended")
    private long before = Long.MAX_VALUE;

    JobsCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws UnavailableException, IOException {
        JobQuery query = query();
        List<StudyJob> scored = platform.service(Workload.class, "workload").jobs();
        Optional<Jobs> queue = platform.present(Jobs.class);
        List<Job> jobs = queue.isPresent() ? queue.get().list(query) : List.of();
        List<StudyJob> others = JobLines.without(scored, jobs);
        if (console.json()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            others.forEach(job -> all.add(JobJson.of(job)));
            jobs.forEach(job -> all.add(JobJson.of(job)));
            console.result(all.toPrettyString());
        } else {
            JobLines.of(others, jobs).forEach(console::result);
        }
        return ExitCode.DONE;
    }

    private JobQuery query() {
        try {
            Set<JobState> wanted = new TreeSet<>();
            states.forEach(word -> wanted.add(JobLines.state(word)));
            return new JobQuery(wanted, study, before, limit);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "Tells everything about one job, and where its results went.")
    int show(@Parameters(paramLabel = "ID", description = WHICH) long id) throws UnavailableException, IOException {
        Optional<Job> job = queue().find(id);
        if (job.isEmpty()) {
            console.complain("There is no job " + id + ".");
            return ExitCode.UNUSABLE;
        }
        Optional<StudyArchive> archive = platform.present(StudyArchive.class);
        Optional<Path> comparison = archive.isPresent() ? archive.get().comparison(job.get().studyInstanceUid()) : Optional.empty();
        List<String> doubts = archive.isPresent() ? archive.get().comparisonDoubts(job.get().studyInstanceUid()) : List.of();
        if (console.json()) {
            console.result(JobJson.of(job.get(), queue().deliveries(id), comparison, doubts).toPrettyString());
        } else {
            JobLines.of(job.get(), queue().deliveries(id), comparison, doubts).forEach(console::result);
        }
        return ExitCode.DONE;
    }

    @Command(name = "retry", mixinStandardHelpOptions = true, description = "Lets a job wait again that failed, was cancelled or needs"
            + " attention; one that has its result is sent again, as far as it was not accepted.")
    int retry(@Parameters(paramLabel = "ID", description = WHICH) long id) throws UnavailableException, IOException {
        return change(jobs -> jobs.retry(id));
    }

    @Command(name = "cancel", mixinStandardHelpOptions = true,
            description = "Gives a job up; one that runs is stopped, and what it has not sent yet is not sent.")
    int cancel(@Parameters(paramLabel = "ID", description = WHICH) long id) throws UnavailableException, IOException {
        return change(jobs -> jobs.cancel(id));
    }

    @Command(name = "priority", mixinStandardHelpOptions = true, description = "Changes the place of a job in the queue.")
    int priority(@Parameters(paramLabel = "ID", description = WHICH) long id,
            @Parameters(paramLabel = "N", description = "higher ones run first; 0 unless somebody changed it") int priority)
            throws UnavailableException, IOException {
        return change(jobs -> jobs.prioritise(id, priority));
    }

    /** What is done with a job. */
    @FunctionalInterface
    private interface Change {
        Job on(Jobs jobs) throws JobStateException, IOException;
    }

    private int change(Change change) throws UnavailableException, IOException {
        try {
            Job job = change.on(queue());
            console.result(console.json() ? JobJson.of(job).toPrettyString() : JobLines.line(job));
            return ExitCode.DONE;
        } catch (JobStateException e) {
            console.complain(e.getMessage());
            return ExitCode.UNUSABLE;
        }
    }

    private Jobs queue() throws UnavailableException {
        return platform.present(Jobs.class).orElseThrow(() -> new UnavailableException(JobLines.NO_QUEUE));
    }
}
