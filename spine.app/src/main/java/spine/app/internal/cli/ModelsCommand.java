package spine.app.internal.cli;

import java.util.List;
import java.util.concurrent.Callable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import picocli.CommandLine.Command;

import spine.api.model.ModelCard;
import spine.api.service.ComputeEngine;
import spine.api.service.UnavailableException;
import spine.app.internal.ModelList;

@Command(name = "models", mixinStandardHelpOptions = true, description = "Shows the compute engine and the models, best first.")
final class ModelsCommand implements Callable<Integer> {
    private final Platform platform;
    private final Console console;

    ModelsCommand(Platform platform, Console console) {
        this.platform = platform;
        this.console = console;
    }

    @Override
    public Integer call() throws UnavailableException {
        platform.startEngine();
        ComputeEngine engine = platform.service(ComputeEngine.class, "compute engine");
        List<ModelCard> cards = platform.models().cards();
        if (console.json()) {
            console.result(json(engine, cards).toPrettyString());
        } else {
            ModelList.lines(engine, cards).forEach(console::result);
        }
        if (cards.isEmpty()) {
            throw new UnavailableException("No model is available.");
        }
        return Commands.DONE;
    }

    private static ObjectNode json(ComputeEngine engine, List<ModelCard> cards) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.putObject("engine").put("name", engine.name()).put("accelerated", engine.accelerated())
                .put("threadsPerOperation", engine.threadsPerOperation()).put("parallelImages", engine.parallelImages())
                .put("startMs", engine.startMillis());
        var models = all.putArray("models");
        for (ModelCard card : cards) {
            ObjectNode model = models.addObject().put("id", card.id()).put("version", card.version()).put("role", card.role())
                    .put("weightsSha256", card.weightsSha256()).put("operatingPoint", card.operatingPoint())
                    .put("imageOperatingPoint", card.imageOperatingPoint())
                    .put("trainingData", card.trainingData()).put("intendedUse", card.intendedUse());
            ObjectNode metrics = model.putObject("metrics");
            card.metrics().forEach(metrics::put);
        }
        return all;
    }
}
