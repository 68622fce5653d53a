package spine.jobs.internal;

import java.io.IOException;

import org.apache.felix.hc.annotation.HealthCheckService;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.ResultLog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

import spine.api.job.JobState;

/** Studies are taken and can be scored, and nobody has to look after one. */
@Component
@HealthCheckService(name = "jobs", tags = {"ready", "door"})
public final class JobsCheck implements HealthCheck {
    private final JobsComponent jobs;

    @Activate
    public JobsCheck(@Reference JobsComponent jobs) {
        this.jobs = jobs;
    }

    @Override
    public Result execute() {
        String problem = jobs.problem();
        if (!problem.isEmpty()) {
            return new Result(Result.Status.CRITICAL, "No study is taken: " + problem);
        }
        try {
            ResultLog log = new ResultLog();
            jobs.missing().forEach(sentence -> log.add(new ResultLog.Entry(Result.Status.WARN,
                    "No study can be scored as the settings say: " + sentence)));
            long attention = jobs.count(JobState.NEEDS_ATTENTION);
            log.add(attention == 0 ? new ResultLog.Entry(Result.Status.OK, "Studies are taken; none needs attention.")
                    : new ResultLog.Entry(Result.Status.WARN, "Studies are taken; " + attention
                            + " need attention: ./spine jobs --state needs-attention."));
            return new Result(log);
        } catch (IOException e) {
            return new Result(Result.Status.CRITICAL, e.getMessage());
        }
    }
}
