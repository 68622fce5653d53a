package spine.app.internal.cli.model;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import spine.api.model.ModelCard;
import spine.api.service.EngineInfo;
import spine.api.service.UnavailableException;
import spine.app.command.Console;
import spine.app.command.ExitCode;
import spine.app.context.CommandContext;
import spine.runtime.ModelCatalogue;
import spine.runtime.ModelEntry;
import spine.runtime.ModelSwitch;

@Command(name = "models", mixinStandardHelpOptions = true,
        description = "Shows the inference engine that serves and why, and the models: which serves, which could, and which is refused and why.",
        footer = {"", "The newest accepted version of a model serves unless another is chosen. One of the platform is accepted, one"
            + " that was dropped in when try has found it no worse. A choice is kept in models.json of the spine"
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
                    "%s, %s, %d thread(s) per operation, %d image(s) at a time, started in %d ms", engine.name(),
                    engine.accelerated() ? "accelerated" : "NOT accelerated", engine.threadsPerOperation(), engine.parallelImages(),
                    engine.startMillis()));
            engine.remarks().forEach(remark -> console.result("  " + remark));
            models.lines().forEach(console::result);
        }
        models.warnings().forEach(console::complain);
        if (models.cards().isEmpty()) {
            throw new UnavailableException("No model is available.");
        }
        return ExitCode.DONE;
    }

    @Command(name = "use", mixinStandardHelpOptions = true, description = "Chooses the version that serves the next study.",
            footer = {"", "Exit code 3: that is no ID@VERSION; 4: there is no such model, or it is refused."})
    int use(@Parameters(paramLabel = "ID@VERSION", description = "such as spine.model.bmo@1.0.0; ID@newest: the newest that is accepted")
            String model) throws UnavailableException, IOException {
        console.result(versions().use(model));
        return ExitCode.DONE;
    }

    @Command(name = "rollback", mixinStandardHelpOptions = true,
            description = "Goes back to the version that served before the one that serves now; before any study, to the next older one.",
            footer = {"", "Exit code 4: there is no version to go back to."})
    int rollback(@Parameters(paramLabel = "ID", description = "such as spine.model.bmo") String model) throws UnavailableException,
            IOException {
        console.result(versions().rollback(model));
        return ExitCode.DONE;
    }

    private ModelSwitch versions() throws UnavailableException {
        platform.startEngine();
        return platform.service(ModelSwitch.class, "model selection");
    }

    private static ObjectNode json(EngineInfo engine, ModelCatalogue list) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        ObjectNode serving = all.putObject("engine");
        serving.put("id", engine.id()).put("name", engine.name()).put("accelerated", engine.accelerated())
                .put("threadsPerOperation", engine.threadsPerOperation()).put("parallelImages", engine.parallelImages())
                .put("startMs", engine.startMillis());
        engine.remarks().forEach(serving.putArray("remarks")::add);
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
        model.put("weightsSha256", card.weightsSha256()).put("operatingPoint", card.operatingPoint())
                .put("trainingData", card.trainingData()).put("intendedUse", card.intendedUse());
        ObjectNode metrics = model.putObject("metrics");
        card.metrics().forEach(metrics::put);
    }
}
