package spine.dicom.codec;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import spine.dicom.pixel.DicomImage;

/**
 * Prints how long spine takes to parse and decode an image next to GDCM (in one process) and dcmtk, as ratios of least times of
 * the processor, so that other work on the machine does not count. For {@code .ci/dicom-speed}.
 */
public final class SpeedComparison {
    private static final int PARSE_ROUNDS = 1500;
    private static final int ROUNDS = 40;
    private static final int TOOLKIT_ROUNDS = 10;
    private static final List<Coding> CODINGS = List.of(new Coding("JPEG Lossless", "dcmcjpeg +e1", "dcmdjpeg"),
            new Coding("JPEG-LS", "dcmcjpls +el", "dcmdjpls"), new Coding("JPEG Extended", "dcmcjpeg +ee", "dcmdjpeg"),
            new Coding("RLE", "dcmcrle", "dcmdrle"), new Coding("JPEG 2000", "gdcmconv --j2k", ""));

    /** @param decoder the program of dcmtk, empty if it has none */
    private record Coding(String name, String encoder, String decoder) {
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
        List<Path> files = new ArrayList<>();
        List<String> tasks = new ArrayList<>(List.of("parse:" + plain, "run:dcmdump|--version", "run:dcmdump|-q|" + plain));
        for (Coding coding : CODINGS) {
            Path file = folder.resolve(coding.name().replace(' ', '-') + ".dcm");
            Tool.run(coding.encoder(), plain, file);
            files.add(file);
            tasks.add("decode:" + file);
            tasks.add(coding.decoder().isEmpty() ? "run:true" : "run:" + coding.decoder() + "|" + file + "|" + folder.resolve("out.dcm"));
        }
        List<Double> theirs = toolkits(folder, tasks);
        double start = theirs.get(1);
        double read = least(PARSE_ROUNDS, () -> Files.readAllBytes(plain));
        double whole = least(PARSE_ROUNDS, () -> codec.read(plain, true));
        double header = least(PARSE_ROUNDS, () -> codec.open(plain).close());
        System.out.println("| parse, " + Files.size(plain) / 1024 + " kB | ms | to a plain read |");
        System.out.println("|---|---|---|");
        row("plain read", read, read);
        row("spine, whole", whole, read);
        row("spine, header", header, read);
        row("GDCM, whole", theirs.get(0), read);
        row("dcmdump, net of its start", theirs.get(2) - start, read);
        System.out.println("| decode | spine ms | GDCM ms | spine to GDCM | dcmtk ms, net of its start | spine to dcmtk |");
        System.out.println("|---|---|---|---|---|---|");
        for (int i = 0; i < files.size(); i++) {
            Path file = files.get(i);
            double own = least(ROUNDS, () -> decode(file));
            double gdcm = theirs.get(3 + 2 * i);
            boolean none = CODINGS.get(i).decoder().isEmpty();
            double dcmtk = theirs.get(4 + 2 * i) - start;
            System.out.printf(Locale.ROOT, "| %s | %.1f | %.1f | %.2f | %s | %s |%n", CODINGS.get(i).name(), own, gdcm, own / gdcm,
                    none ? "–" : String.format(Locale.ROOT, "%.1f", dcmtk), none ? "–" : String.format(Locale.ROOT, "%.2f", own / dcmtk));
        }
    }

    private static void row(String name, double time, double read) {
        System.out.printf(Locale.ROOT, "| %s | %.2f | %.1f |%n", name, time, time / read);
    }

    private void decode(Path file) throws Exception {
        try (DicomImage image = images.open(file)) {
            image.cells(0);
        }
    }

    private static double least(int rounds, Task task) throws Exception {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < rounds; i++) {
            long begin = clock.getCurrentThreadCpuTime();
            task.run();
            least = Math.min(least, clock.getCurrentThreadCpuTime() - begin);
        }
        return least / 1e6;
    }

    private static List<Double> toolkits(Path folder, List<String> tasks) throws IOException, InterruptedException {
        Path script = folder.resolve("time_toolkits.py");
        try (InputStream in = SpeedComparison.class.getResourceAsStream("time_toolkits.py")) {
            Files.copy(in, script);
        }
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script.toString(), Integer.toString(TOOLKIT_ROUNDS)));
        command.addAll(tasks);
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("python3-gdcm is not installed, or cannot read a file");
        }
        return answer.lines().map(Double::valueOf).toList();
    }
}
