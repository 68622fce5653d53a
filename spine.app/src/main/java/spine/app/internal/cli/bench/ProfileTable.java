package spine.app.internal.cli.bench;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import spine.app.command.Console;

/**
 * What {@code bench study} says: a line per step, of the first study and of the median of the others.
 *
 * @param start what was used until the first study
 * @param cold the first study
 * @param warm those after it, at least one
 * @param peakMemory bytes, empty if unknown
 */
record ProfileTable(Cost start, StudyProfile cold, List<StudyProfile> warm, OptionalLong peakMemory) {
    private static final String LINE = "%-10s %10.0f %10.0f %10.1f %10.1f";
    private static final double NANOS = 1e6;

    void print(Console console) {
        if (console.json()) {
            console.result(json().toPrettyString());
            return;
        }
        console.result(String.format(Locale.ROOT, "%d studies after a cold one, %d processors; milliseconds, warm: medians", warm.size(),
                Runtime.getRuntime().availableProcessors()));
        console.result(String.format(Locale.ROOT, "%-10s %10s %10s %10s %10s", "step", "cold wall", "cold CPU", "warm wall", "warm CPU"));
        console.result(String.format(Locale.ROOT, "%-10s %10.0f %10.0f %10s %10s", "start", start.wall() / NANOS,
                start.processor() / NANOS, "", ""));
        for (Step step : Step.values()) {
            console.result(line(step.label(), profile -> profile.of(step)));
        }
        console.result(line("study", StudyProfile::total));
        peakMemory.ifPresent(bytes -> console.result(String.format(Locale.ROOT, "peak memory %.2f GB", bytes / 1e9)));
    }

    private String line(String name, Function<StudyProfile, Cost> part) {
        return String.format(Locale.ROOT, LINE, name, part.apply(cold).wall() / NANOS, part.apply(cold).processor() / NANOS,
                median(part, Cost::wall), median(part, Cost::processor));
    }

    /** Milliseconds. */
    private double median(Function<StudyProfile, Cost> part, ToLongFunction<Cost> kind) {
        long[] sorted = warm.stream().map(part).mapToLong(kind).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2 / NANOS;
    }

    private ObjectNode json() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("studies", warm.size()).put("processors", Runtime.getRuntime().availableProcessors());
        all.set("start", cost(start.wall() / NANOS, start.processor() / NANOS));
        ObjectNode first = all.putObject("cold");
        ObjectNode others = all.putObject("warm");
        for (Step step : Step.values()) {
            add(first, others, step.label(), profile -> profile.of(step));
        }
        add(first, others, "study", StudyProfile::total);
        peakMemory.ifPresent(bytes -> all.put("peakBytes", bytes));
        return all;
    }

    private void add(ObjectNode first, ObjectNode others, String name, Function<StudyProfile, Cost> part) {
        first.set(name, cost(part.apply(cold).wall() / NANOS, part.apply(cold).processor() / NANOS));
        others.set(name, cost(median(part, Cost::wall), median(part, Cost::processor)));
    }

    private static ObjectNode cost(double wall, double processor) {
        return JsonNodeFactory.instance.objectNode().put("wallMs", wall).put("cpuMs", processor);
    }
}
