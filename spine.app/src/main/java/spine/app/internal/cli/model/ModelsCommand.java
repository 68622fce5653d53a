package spine.app.internal.cli.model;

import java.util.Locale;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import picocli.CommandLine.Command;

import spine.api.model.ModelCard;
import spine.api.service.EngineInfo;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.runtime.ModelCatalogue;
import spine.runtime.ModelEntry;

@Command(name = "models", mixinStandardHelpOptions = true,
        description = "Shows the compute engine and the models: which serves, which could, and which is refused and why.",
        footer = {"", "The newest version of a model serves unless another is chosen. A choice is kept in models.json of the spine"
            + " folder and holds at once for every process that uses the folder; a running study keeps its version."})
final class ModelsCommand implements Callable<Integer> {
    private final CommandContext platform;
    private final Console console;

    ModelsCommand(CommandContext platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws UnavailableException {
        platform.startEngine();
        EngineInfo engine = platform.service(EngineInfo.class, "compute engine");
        ModelCatalogue models = platform.models();
        if (console.json()) {
            console.result(json(engine, models).toPrettyString());
        } else {
            console.result(String.format(Locale.ROOT,
                    "%s, oneDNN %s, %d thread(s) per operation, %d image(s) at a time, started in %d ms", engine.name(),
                    engine.accelerated() ? "in use" : "NOT in use", engine.threadsPerOperation(), engine.parallelImages(),
                    engine.startMillis()));
            models.lines().forEach(console::result);
        }
        models.warnings().forEach(console::complain);
        if (models.cards().isEmpty()) {
            throw new UnavailableException("No model is available.");
        }
        return ExitCode.DONE;
    }

    private static ObjectNode json(EngineInfo engine, ModelCatalogue list) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.putObject("engine").put("name", engine.name()).put("accelerated", engine.accelerated())
                .put("threadsPerOperation", engine.threadsPerOperation()).put("parallelImages", engine.parallelImages())
                .put("startMs", engine.startMillis());
        var models = all.putArray("models");
        for (ModelEntry entry : list.entries()) {
            ObjectNode model = models.addObject().put("id", entry.name().id()).put("version", entry.name().version())
                    .put("role", entry.role()).put("state", entry.state().word()).put("remark", entry.remark());
            entry.card().ifPresent(card -> describe(model, card));
        }
        var warnings = all.putArray("warnings");
        list.warnings().forEach(warnings::add);
        return all;
    }

    private static void describe(ObjectNode model, ModelCard card) {
        model.put("weightsSha256", card.weightsSha256()).put("operatingPoint", card.points().pixel())
                .put("imageOperatingPoint", card.points().image())
                .put("studyOperatingPoint", card.points().study())
                .put("trainingData", card.trainingData()).put("intendedUse", card.intendedUse());
        ObjectNode metrics = model.putObject("metrics");
        card.metrics().forEach(metrics::put);
    }
}
