package spine.unet.internal.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import spine.unet.engine.InferenceEngine;
import spine.unet.engine.OnnxInferenceEngine;

/** The engines there are: the one that the settings name first, then by ranking. Safe for use by many threads. */
public final class EngineTable {
    private final String chosen;
    private final List<RankedEngine> engines = new CopyOnWriteArrayList<>();

    /** @param chosen id of the engine that the settings ask for; empty where they leave it to the ranking */
    public EngineTable(String chosen) {
        this.chosen = chosen.strip();
    }

    public void add(RankedEngine engine) {
        engines.add(engine);
    }

    public void remove(InferenceEngine engine) {
        engines.removeIf(ranked -> ranked.engine() == engine);
    }

    /**
     * The engine for a model; empty where there is none.
     *
     * @param onnx whether the model is an ONNX file, which not every engine runs
     */
    public Optional<RankedEngine> best(boolean onnx) {
        return sorted().stream().filter(ranked -> !onnx || ranked.engine() instanceof OnnxInferenceEngine).findFirst();
    }

    private List<RankedEngine> sorted() {
        return engines.stream().sorted(Comparator.comparing((RankedEngine engine) -> !engine.id().equals(chosen))
                .thenComparing(RankedEngine::ranking, Comparator.reverseOrder()).thenComparing(RankedEngine::serviceId)).toList();
    }

    /** The engine that serves, and why; empty where there is none. */
    Optional<ServingEngine> serving() {
        List<RankedEngine> sorted = sorted();
        return sorted.stream().findFirst().map(best -> ServingEngine.of(best, remarks(sorted)));
    }

    /** Why the first one serves, what it says of itself, and what the others are there for. */
    private List<String> remarks(List<RankedEngine> sorted) {
        List<String> remarks = new ArrayList<>();
        RankedEngine best = sorted.get(0);
        if (best.id().equals(chosen)) {
            remarks.add("It serves because spine.unet.cfg says engine = " + chosen + ".");
        } else if (!chosen.isEmpty()) {
            remarks.add("spine.unet.cfg says engine = " + chosen + ", but there is no such engine here; '" + best.id()
                    + "' serves in its place.");
        } else if (sorted.size() == 1) {
            remarks.add("It serves because there is no other engine.");
        } else {
            remarks.add("It serves because it has the highest ranking, " + best.ranking() + ".");
        }
        remarks.addAll(best.description().remarks());
        for (RankedEngine other : sorted.subList(1, sorted.size())) {
            remarks.add(other.description().name() + " stands by: it serves where '" + best.id() + "' goes, or with engine = " + other.id()
                    + " in spine.unet.cfg.");
        }
        return remarks;
    }
}
