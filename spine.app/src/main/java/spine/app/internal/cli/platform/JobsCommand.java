package spine.app.internal.cli.platform;

import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import picocli.CommandLine.Command;

import spine.api.service.StudyJob;
import spine.api.service.Workload;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.app.internal.console.JobLines;

@Command(name = "jobs", mixinStandardHelpOptions = true,
        description = "Lists the studies that the platform is scoring, and those that wait for a model, an index or a writer.",
        footer = {"", "Of the platform that serves this home (serve); without one, no study runs."})
final class JobsCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;

    JobsCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        List<StudyJob> jobs = platform.service(Workload.class, "workload").jobs();
        if (console.json()) {
            console.result(json(jobs).toPrettyString());
        } else {
            JobLines.of(jobs).forEach(console::result);
        }
        return ExitCode.DONE;
    }

    private static ArrayNode json(List<StudyJob> jobs) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (StudyJob job : jobs) {
            all.addObject().put("studyInstanceUid", job.studyInstanceUid()).put("state", JobLines.state(job))
                    .put("since", job.since().toString());
        }
        return all;
    }
}
