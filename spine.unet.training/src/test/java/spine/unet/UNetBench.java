package spine.unet;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;
import spine.nd4j.Nd4jEngine;
import spine.onnx.OnnxEngine;
import spine.onnx.internal.export.OnnxExport;
import spine.unet.engine.InferenceEngine;
import spine.unet.engine.InferenceSession;
import spine.unet.network.UNetConfiguration;
import spine.unet.network.UNetParameters;

/**
 * Times one network of random weights on one thread: the inference engines of spine, the DL4J graph with oneDNN, the DL4J graph
 * as a tutorial would build it, and ONNX Runtime by itself. Each gets a float array and gives one in its own
 * layout. The engines take turns in blocks; a figure is the median of the medians of its blocks. Next to the wall-clock time
 * stands the processor time of the thread, which other programs on the machine hardly change; the ratios are of the latter.
 */
final class UNetBench {
    private static final String HELPERS_OFF = "org.eclipse.deeplearning4j.helpers.disable";
    private static final int CLASSES = 2;
    private static final int CHANNELS = 3;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long BLOCK_NANOS = 400_000_000;

    private static final String PLAN = "engine nd4j: compiled plan";
    private static final String ONNX_ENGINE = "engine onnx: ONNX Runtime and layout";
    private static final String GRAPH = "DL4J graph, NHWC with oneDNN";
    private static final String TUTORIAL = "DL4J graph, default (NCHW, no helpers)";
    private static final String ONNX = "ONNX Runtime";

    private UNetBench() {
    }

    /** Arguments: number of rounds (default 8). */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
        requireShortCommandLine();
        InferenceEngine nd4j = withHelpers(true, Nd4jEngine::start);
        InferenceEngine onnx = OnnxEngine.start();
        int threads = NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads();
        if (threads != 1) {
            System.err.println("Set OMP_NUM_THREADS=1: this is a measurement on one thread, and ND4J would use " + threads + ".");
            System.exit(2);
        }
        UNetConfiguration size = new UNetConfiguration(CHANNELS, 8, CLASSES);
        ComputationGraph graph = withHelpers(true, () -> RandomNets.shaken(size));
        ComputationGraph tutorial = withHelpers(false, () -> RandomNets.shaken(size, CNN2DFormat.NCHW));
        if (graph.getLayer("encoder1a").getHelper() == null || tutorial.getLayer("encoder1a").getHelper() != null) {
            throw new IllegalStateException("the switch of DL4J's helpers did not work");
        }
        tutorial.setParams(graph.params());
        System.out.printf("F=8, %d channels, %d classes, one thread%n", CHANNELS, CLASSES);
        for (int[] shape : new int[][] {{1, 384, 192}, {1, 512, 256}, {8, 384, 192}}) {
            measure(graph, tutorial, nd4j, onnx, shape[0], shape[1], shape[2], rounds);
        }
        System.exit(0);
    }

    /** ONNX Runtime 1.29.0 crashes the process while it is loaded where the command line has 4096 bytes or more. */
    private static void requireShortCommandLine() throws IOException {
        Path own = Path.of("/proc/self/cmdline");
        if (Files.isReadable(own) && Files.readAllBytes(own).length >= 4096) {
            System.err.println("Give the class path in the variable CLASSPATH: ONNX Runtime crashes on command lines this long.");
            System.exit(2);
        }
    }

    private static <T> T withHelpers(boolean on, Supplier<T> create) {
        System.setProperty(HELPERS_OFF, Boolean.toString(!on));
        return create.get();
    }

    private static void measure(ComputationGraph graph, ComputationGraph tutorial, InferenceEngine nd4j, InferenceEngine ort, int images,
            int rows, int columns, int rounds) throws Exception {
        int pixels = rows * columns;
        float[] in = RandomNets.values(images * pixels * CHANNELS, 5);
        float[] inFirst = OnnxNetwork.transposed(in, images, pixels, CHANNELS);
        UNetParameters parameters = GraphParameters.of(graph);
        try (InferenceSession plan = nd4j.open(parameters, 1);
                InferenceSession onnxEngine = ort.open(parameters, 1);
                OnnxNetwork onnx = new OnnxNetwork(OnnxExport.write(parameters), images, CHANNELS, rows, columns)) {
            float[] out = new float[images * pixels * CLASSES];
            Map<String, Runnable> engines = new LinkedHashMap<>();
            engines.put(ONNX, () -> onnx.run(inFirst, out));
            engines.put(PLAN, () -> plan.run(images, rows, columns, in, out));
            engines.put(ONNX_ENGINE, () -> onnxEngine.run(images, rows, columns, in, out));
            engines.put(GRAPH, () -> output(graph, in, out, images, rows, columns, CHANNELS));
            engines.put(TUTORIAL, () -> output(tutorial, inFirst, out, images, CHANNELS, rows, columns));
            requireEqual(engines, out, images, pixels);
            report(images + "x" + rows + "x" + columns, engines, rounds);
        }
    }

    private static void output(ComputationGraph net, float[] in, float[] out, long... shape) {
        try (INDArray input = Nd4j.create(in, shape, 'c'); INDArray result = net.outputSingle(input).dup('c')) {
            result.data().asNioFloat().get(0, out);
        }
    }

    private static void requireEqual(Map<String, Runnable> engines, float[] out, int images, int pixels) {
        engines.get(ONNX).run();
        float[] first = out.clone();
        float[] last = OnnxNetwork.transposed(first, images, CLASSES, pixels);
        for (String engine : List.of(PLAN, ONNX_ENGINE, GRAPH, TUTORIAL)) {
            engines.get(engine).run();
            float[] expected = engine.equals(TUTORIAL) ? first : last;
            double difference = 0;
            for (int i = 0; i < out.length; i++) {
                difference = Math.max(difference, Math.abs(out[i] - expected[i]));
            }
            if (!(difference < 1e-4)) {
                throw new IllegalStateException(engine + " differs from " + ONNX + " by " + difference);
            }
        }
    }

    private static void report(String shape, Map<String, Runnable> engines, int rounds) {
        engines.forEach((name, engine) -> {
            for (int i = 0; i < (name.equals(TUTORIAL) ? 1 : 20); i++) {
                engine.run();
            }
        });
        Map<String, List<Block>> blocks = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String name : engines.keySet()) {
                // The slow one would take most of the time; two of its blocks tell enough.
                if (!name.equals(TUTORIAL) || round < 2) {
                    blocks.computeIfAbsent(name, n -> new ArrayList<>()).add(block(engines.get(name)));
                }
            }
        }
        double reference = median(blocks.get(ONNX), Block::processor);
        System.out.printf("%n%-42s %10s %10s %8s%n", shape, "ms", "CPU ms", "ratio");
        blocks.forEach((name, times) -> System.out.printf(Locale.ROOT, "%-42s %10.1f %10.1f %8.2f%n", name,
                median(times, Block::clock), median(times, Block::processor), median(times, Block::processor) / reference));
    }

    /** Medians of the runs of one block, ms. */
    private record Block(double clock, double processor) {
    }

    private static Block block(Runnable engine) {
        List<Block> runs = new ArrayList<>();
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < BLOCK_NANOS) {
            long start = System.nanoTime();
            long startProcessor = THREADS.getCurrentThreadCpuTime();
            engine.run();
            runs.add(new Block((System.nanoTime() - start) / 1e6, (THREADS.getCurrentThreadCpuTime() - startProcessor) / 1e6));
        }
        return new Block(median(runs, Block::clock), median(runs, Block::processor));
    }

    private static double median(List<Block> values, ToDoubleFunction<Block> part) {
        double[] sorted = values.stream().mapToDouble(part).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
