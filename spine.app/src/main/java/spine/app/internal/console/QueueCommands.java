package spine.app.internal.console;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

import spine.api.intake.StudyArchive;
import spine.api.job.Job;
import spine.api.job.JobQuery;
import spine.api.job.JobStateException;
import spine.api.job.Jobs;
import spine.api.service.UnavailableException;
import spine.api.service.Workload;
import spine.app.command.ExitCode;

/** Gogo command {@code spine:jobs}: the same as {@code ./spine jobs}. */
@Component(service = QueueCommands.class)
@GogoCommand(scope = "spine", function = "jobs")
public final class QueueCommands {
    private static final ConsoleCommand JOBS = new ConsoleCommand("spine:jobs [show ID, retry ID, cancel ID, or priority ID N]", 0, 3);
    private static final int LATEST = 50;

    private final Workload workload;

    /** Only while the platform serves. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Jobs queue;
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile StudyArchive archive;

    @Activate
    public QueueCommands(@Reference Workload workload) {
        this.workload = workload;
    }

    @Descriptor("lists the studies that were received, and those that are being scored for others; shows, tries again, gives up or"
            + " prefers one of those received")
    public Object jobs(@Descriptor("nothing, or show ID, retry ID, cancel ID, priority ID N") String... arguments) {
        return JOBS.run(arguments, () -> arguments.length == 0 ? list() : one(arguments));
    }

    private List<String> list() throws Exception {
        Jobs jobs = queue;
        List<Job> latest = jobs == null ? List.of() : jobs.list(JobQuery.latest(LATEST));
        return JobLines.of(JobLines.without(workload.jobs(), latest), latest);
    }

    private Object one(String[] arguments) throws Exception {
        boolean priority = arguments[0].equals("priority");
        if (arguments.length != (priority ? 3 : 2)) {
            return JOBS.line();
        }
        long id;
        int number;
        try {
            id = Long.parseLong(arguments[1]);
            number = priority ? Integer.parseInt(arguments[2]) : 0;
        } catch (NumberFormatException e) {
            return JOBS.line();
        }
        Jobs jobs = queue;
        if (jobs == null) {
            throw new UnavailableException(JobLines.NO_QUEUE);
        }
        try {
            return switch (arguments[0]) {
                case "show" -> show(jobs, jobs.find(id).orElseThrow(() -> new JobStateException("There is no job " + id + ".")));
                case "retry" -> JobLines.line(jobs.retry(id));
                case "cancel" -> JobLines.line(jobs.cancel(id));
                case "priority" -> JobLines.line(jobs.prioritise(id, number));
                default -> JOBS.line();
            };
        } catch (JobStateException e) {
            return new FailedCommand(e.getMessage(), ExitCode.UNUSABLE);
        }
    }

    private List<String> show(Jobs jobs, Job job) throws IOException {
        StudyArchive there = archive;
        String study = job.studyInstanceUid();
        return there == null ? JobLines.of(job, jobs.deliveries(job.id()), Optional.empty(), List.of())
                : JobLines.of(job, jobs.deliveries(job.id()), there.comparison(study), there.comparisonDoubts(study));
    }
}
