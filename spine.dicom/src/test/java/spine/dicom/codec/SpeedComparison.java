package spine.dicom.codec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import spine.dicom.DicomFile;
import spine.dicom.pixel.DicomImage;

/**
 * Prints how long spine takes to parse and decode an image next to GDCM (in one process) and dcmtk, as ratios of least times. For
 * {@code .ci/dicom-speed}.
 */
public final class SpeedComparison {
    private static final int ROUNDS = 60;
    private static final int TOOL_ROUNDS = 5;
    private static final Map<String, String> ENCODERS = new LinkedHashMap<>();
    private static final Map<String, String> DCMTK = Map.of("JPEG Lossless", "dcmdjpeg", "JPEG Extended", "dcmdjpeg", "JPEG-LS", "dcmdjpls",
            "RLE", "dcmdrle");

    static {
        ENCODERS.put("JPEG Lossless", "dcmcjpeg +e1");
        ENCODERS.put("JPEG-LS", "dcmcjpls +el");
        ENCODERS.put("JPEG Extended", "dcmcjpeg +ee");
        ENCODERS.put("RLE", "dcmcrle");
        ENCODERS.put("JPEG 2000", "gdcmconv --j2k");
    }

    private final NativeDicomCodec codec = new NativeDicomCodec();
    private final DecodedImages images = new DecodedImages(codec);

    private interface Task {
        void run() throws Exception;
    }

    /** @param arguments optionally a JPEG Lossless file to take the pixels of; else they are drawn */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("speed");
        Path plain = folder.resolve("native.dcm");
        if (arguments.length > 0) {
            Tool.run("dcmdjpeg", Path.of(arguments[0]), plain);
        } else {
            TestImage.of(16, 12, false).sized(512, 512).write(plain);
        }
        new SpeedComparison().print(folder, plain);
    }

    private void print(Path folder, Path plain) throws Exception {
        Map<String, Path> files = new LinkedHashMap<>();
        List<String> tasks = new ArrayList<>(List.of("parse:" + plain));
        for (Map.Entry<String, String> encoder : ENCODERS.entrySet()) {
            Path file = folder.resolve(encoder.getKey().replace(' ', '-') + ".dcm");
            Tool.run(encoder.getValue(), plain, file);
            files.put(encoder.getKey(), file);
            tasks.add("decode:" + file);
        }
        List<Double> gdcm = gdcm(folder, tasks);
        double read = least(ROUNDS * 5, () -> Files.readAllBytes(plain));
        double whole = least(ROUNDS * 5, () -> codec.read(plain, true));
        double header = least(ROUNDS * 5, () -> {
            try (DicomFile file = codec.open(plain)) {
                file.header();
            }
        });
        double empty = least(TOOL_ROUNDS, () -> Tool.run("dcmdump --version", plain, plain));
        double dump = least(TOOL_ROUNDS, () -> Tool.run("dcmdump -q", plain, plain)) - empty;
        System.out.printf(Locale.ROOT, "plain read of %d kB: %.3f ms%n", Files.size(plain) / 1024, read);
        System.out.printf(Locale.ROOT, "parse: spine whole %.3f ms = %.2f x plain read; header %.3f ms; GDCM %.3f ms; dcmdump %.1f ms net%n", whole,
                whole / read, header, gdcm.get(0), dump);
        System.out.println("| decode | spine ms | GDCM ms | spine / GDCM | dcmtk ms, net of start | spine / dcmtk |");
        System.out.println("|---|---|---|---|---|---|");
        int number = 1;
        for (Map.Entry<String, Path> file : files.entrySet()) {
            double own = least(ROUNDS, () -> decode(file.getValue()));
            double theirs = gdcm.get(number++);
            String tool = DCMTK.get(file.getKey());
            double dcmtk = tool == null ? Double.NaN
                    : least(TOOL_ROUNDS, () -> Tool.run(tool, file.getValue(), folder.resolve("out.dcm"))) - empty;
            System.out.printf(Locale.ROOT, "| %s | %.2f | %.2f | %.2f | %.1f | %.2f |%n", file.getKey(), own, theirs, own / theirs, dcmtk,
                    own / dcmtk);
        }
    }

    private void decode(Path file) throws Exception {
        try (DicomImage image = images.open(file)) {
            image.cells(0);
        }
    }

    private static double least(int rounds, Task task) throws Exception {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < rounds; i++) {
            long begin = System.nanoTime();
            task.run();
            least = Math.min(least, System.nanoTime() - begin);
        }
        return least / 1e6;
    }

    private static List<Double> gdcm(Path folder, List<String> tasks) throws IOException, InterruptedException {
        Path script = folder.resolve("time_gdcm.py");
        try (InputStream in = SpeedComparison.class.getResourceAsStream("time_gdcm.py")) {
            Files.copy(in, script);
        }
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script.toString(), Integer.toString(ROUNDS)));
        command.addAll(tasks);
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("python3-gdcm is not installed, or cannot read a file");
        }
        return answer.lines().map(Double::valueOf).toList();
    }
}
