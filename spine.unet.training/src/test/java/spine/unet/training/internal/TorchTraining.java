package spine.unet.training.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import spine.common.file.FileTree;
import spine.unet.AttentionUNet;
import spine.unet.network.UNetConfiguration;

/** The same training in PyTorch, in a process of its own that does as many steps as it is told. */
final class TorchTraining implements AutoCloseable {
    /** The interpreter for which Debian's python3-torch is installed. */
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    private final Path folder;
    private final Process process;
    private final BufferedReader out;
    private final Writer in;

    private TorchTraining(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.out = process.inputReader(StandardCharsets.UTF_8);
        this.in = process.outputWriter(StandardCharsets.UTF_8);
    }

    /** Whether PyTorch is installed. */
    static boolean available() throws IOException, InterruptedException {
        return Files.isExecutable(PYTHON) && new ProcessBuilder(PYTHON.toString(), "-c", "import torch")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }

    /** Starts it with the parameters that the graph has now, and with one batch for all steps. */
    static TorchTraining start(ComputationGraph net, int threads, int images, int rows, int columns, float[] input, float[] truth)
            throws IOException {
        UNetConfiguration size = AttentionUNet.sizeOf(net);
        Path folder = Files.createTempDirectory("spine-torch");
        write(folder, "input", input);
        write(folder, "truth", truth);
        for (Map.Entry<String, INDArray> parameter : net.paramTable().entrySet()) {
            write(folder, parameter.getKey(), parameter.getValue().dup('c').data().asFloat());
        }
        Path script = folder.resolve("training_step.py");
        try (InputStream resource = TorchTraining.class.getResourceAsStream("training_step.py")) {
            Files.copy(resource, script);
        }
        List<String> command = new ArrayList<>(List.of(PYTHON.toString(), script.toString()));
        for (int number : new int[] {threads, images, rows, columns, size.inputChannels(), size.classes(), size.baseFilters()}) {
            command.add(Integer.toString(number));
        }
        command.add(folder.toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("OMP_NUM_THREADS", Integer.toString(threads));
        TorchTraining training = new TorchTraining(folder, builder.start());
        if (!"ready".equals(training.out.readLine())) {
            throw new IOException("the script of PyTorch did not start");
        }
        return training;
    }

    private static void write(Path folder, String name, float[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        Files.write(folder.resolve(name + ".bin"), bytes.array());
    }

    List<TrainingBench.Step> steps(int count) {
        try {
            in.write(count + "\n");
            in.flush();
            List<TrainingBench.Step> steps = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String line = out.readLine();
                if (line == null) {
                    throw new IOException("PyTorch ended");
                }
                String[] words = line.split(" ");
                steps.add(new TrainingBench.Step(Double.parseDouble(words[0]), Double.parseDouble(words[1]), Double.parseDouble(words[2])));
            }
            return steps;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
        process.destroy();
        FileTree.delete(folder);
    }
}
