package spine.unet.training.internal;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import spine.unet.AttentionUNet;
import spine.unet.DiceCrossEntropy;
import spine.unet.WarmUpCosine;
import spine.unet.network.UNetConfiguration;
import spine.unet.training.internal.backprop.CompiledTraining;

/**
 * Times a training step - forward, loss, backward, clipping and Adam - of a batch of 8 of 256x128 in spine, in PyTorch and in the DL4J
 * graph, from the same weights and on the same batch. The engines take turns, some steps each. Beside the wall-clock time stands the
 * processor time of the process, which other programs on the machine change less.
 */
final class TrainingBench {
    private static final int IMAGES = 8;
    private static final int ROWS = 256;
    private static final int COLUMNS = 128;
    private static final int STEPS = 3;
    private static final String TORCH = "PyTorch, channels last";
    private static final String SPINE = "spine";
    private static final String GRAPH = "DL4J graph, NHWC with oneDNN";
    private static final com.sun.management.OperatingSystemMXBean PROCESS =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /**
     * One step of training.
     *
     * @param loss before it
     * @param clock wall-clock time, ms
     * @param processor time of all threads of the process, ms
     */
    record Step(double loss, double clock, double processor) {
    }

    /** One batch for all steps: noise, with truth of every class. */
    private record Batch(float[] input, float[] truth) {

        static Batch of(UNetConfiguration size) {
            Random random = new Random(5);
            int pixels = IMAGES * ROWS * COLUMNS;
            Batch batch = new Batch(new float[pixels * size.inputChannels()], new float[pixels * size.classes()]);
            for (int i = 0; i < batch.input.length; i++) {
                batch.input[i] = random.nextFloat();
            }
            for (int i = 0; i < pixels; i++) {
                batch.truth[i * size.classes() + random.nextInt(size.classes())] = 1;
            }
            return batch;
        }
    }

    private TrainingBench() {
    }

    /** Arguments: number of rounds (default 8). */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
        Nd4j.getEnvironment();
        if (NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads() != 1) {
            System.err.println("Set OMP_NUM_THREADS=1: training uses threads of its own, not those of OpenMP.");
            System.exit(2);
        }
        boolean torch = TorchTraining.available();
        if (!torch) {
            System.out.println("PyTorch is not measured: /usr/bin/python3 has no module torch (Debian: apt-get install python3-torch).");
        }
        for (int classes : new int[] {7, 2}) {
            for (int threads = 1; threads <= Math.min(2, Runtime.getRuntime().availableProcessors()); threads++) {
                measure(UNetConfiguration.ofClasses(classes), threads, torch, rounds);
            }
        }
        System.exit(0);
    }

    private static void measure(UNetConfiguration size, int threads, boolean torch, int rounds) throws Exception {
        Batch batch = Batch.of(size);
        ComputationGraph net = net(size);
        ComputationGraph graph = net(size);
        System.out.printf("%nbatch of %dx%dx%dx%d, F=%d, %d classes, %d thread(s)%n", IMAGES, ROWS, COLUMNS, size.inputChannels(),
                size.baseFilters(), size.classes(), threads);
        Map<String, IntFunction<List<Step>>> engines = new LinkedHashMap<>();
        try (TorchTraining peer = torch ? TorchTraining.start(net, threads, IMAGES, ROWS, COLUMNS, batch.input(), batch.truth()) : null;
                CompiledTraining training = new CompiledTraining(net, IMAGES, ROWS, COLUMNS, threads);
                INDArray input = Nd4j.create(batch.input(), new long[] {IMAGES, ROWS, COLUMNS, size.inputChannels()}, 'c');
                INDArray truth = Nd4j.create(batch.truth(), new long[] {IMAGES, ROWS, COLUMNS, size.classes()}, 'c')) {
            if (torch) {
                engines.put(TORCH, peer::steps);
            }
            engines.put(SPINE, count -> timed(count, () -> training.fit(batch.input(), batch.truth())));
            if (threads == 1) {
                engines.put(GRAPH, count -> timed(count, () -> {
                    graph.fit(new INDArray[] {input}, new INDArray[] {truth});
                    return Double.NaN;
                }));
            }
            report(engines, rounds);
        }
    }

    private static ComputationGraph net(UNetConfiguration size) {
        double[] weights = new double[size.classes()];
        Arrays.fill(weights, 1);
        return AttentionUNet.create(size, new DiceCrossEntropy(weights), new WarmUpCosine(1e-3, 1, 1_000_000), 1);
    }

    private interface Fit {
        double step();
    }

    private static List<Step> timed(int count, Fit fit) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long clock = System.nanoTime();
            long processor = PROCESS.getProcessCpuTime();
            double loss = fit.step();
            steps.add(new Step(loss, (System.nanoTime() - clock) / 1e6, (PROCESS.getProcessCpuTime() - processor) / 1e6));
        }
        return steps;
    }

    private static void report(Map<String, IntFunction<List<Step>>> engines, int rounds) {
        Map<String, Double> firstLoss = new LinkedHashMap<>();
        // Not measured: the JIT compiler and oneDNN are still at work.
        engines.forEach((name, engine) -> firstLoss.put(name, engine.apply(2 * STEPS).get(0).loss()));
        if (firstLoss.containsKey(TORCH) && Math.abs(firstLoss.get(TORCH) - firstLoss.get(SPINE)) > 1e-4) {
            throw new IllegalStateException("the losses of the first step differ: " + firstLoss);
        }
        Map<String, List<List<Step>>> blocks = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String name : engines.keySet()) {
                // The slow one would take most of the time.
                if (!name.equals(GRAPH) || round < 2) {
                    blocks.computeIfAbsent(name, n -> new ArrayList<>()).add(engines.get(name).apply(STEPS));
                }
            }
        }
        List<List<Step>> reference = blocks.getOrDefault(TORCH, blocks.get(SPINE));
        System.out.printf("%-30s %9s %9s %9s %9s %8s %8s%n", "ms per step", "median", "least", "CPU med.", "CPU least", "ratio",
                "CPU rat.");
        blocks.forEach((name, own) -> System.out.printf(Locale.ROOT, "%-30s %9.0f %9.0f %9.0f %9.0f %8.2f %8.2f%n", name,
                median(all(own, Step::clock)), Arrays.stream(all(own, Step::clock)).min().orElseThrow(),
                median(all(own, Step::processor)), Arrays.stream(all(own, Step::processor)).min().orElseThrow(),
                ratio(own, reference, Step::clock), ratio(own, reference, Step::processor)));
    }

    /** The median, over the rounds, of the ratio of both engines in the same round. */
    private static double ratio(List<List<Step>> own, List<List<Step>> reference, ToDoubleFunction<Step> part) {
        double[] ratios = new double[own.size()];
        for (int round = 0; round < ratios.length; round++) {
            ratios[round] = median(all(List.of(own.get(round)), part)) / median(all(List.of(reference.get(round)), part));
        }
        return median(ratios);
    }

    private static double[] all(List<List<Step>> rounds, ToDoubleFunction<Step> part) {
        return rounds.stream().flatMap(List::stream).mapToDouble(part).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
