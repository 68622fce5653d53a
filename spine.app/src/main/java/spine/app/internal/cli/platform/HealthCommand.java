package spine.app.internal.cli.platform;

import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import spine.api.service.HealthFinding;
import spine.api.service.PlatformHealth;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.app.internal.console.HealthLines;

@Command(name = "health", mixinStandardHelpOptions = true,
        description = "Runs the health checks of the platform that serves this home (serve), or else of one of its own.",
        footer = {"", "Exit code 0: all checks are OK or have a warning alone. 1: one is not OK."})
final class HealthCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;

    @Parameters(arity = "0..*", paramLabel = "TAG", description = "only checks with one of these tags, such as live or ready")
    private List<String> tags = List.of();

    HealthCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        console.at("starting the platform", 0);
        platform.startEngine();
        PlatformHealth health = platform.service(PlatformHealth.class, "health check");
        List<HealthFinding> findings = health.examine(tags.toArray(String[]::new));
        if (findings.isEmpty()) {
            throw new IllegalArgumentException(HealthLines.noCheck(tags, health.examine()));
        }
        if (console.json()) {
            console.result(json(findings).toPrettyString());
        } else {
            HealthLines.of(findings).forEach(console::result);
        }
        return findings.stream().allMatch(HealthFinding::healthy) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static ArrayNode json(List<HealthFinding> findings) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (HealthFinding finding : findings) {
            ObjectNode one = all.addObject().put("name", finding.name()).put("status", finding.status());
            finding.tags().forEach(one.putArray("tags")::add);
            finding.remarks().forEach(one.putArray("remarks")::add);
        }
        return all;
    }
}
