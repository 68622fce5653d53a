package spine.agreement.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All statistics of ten generated sets against R; reference.R says by which package or formula each reference value was computed. */
class ReferenceTest {
    private static final double CLOSE = 1e-6;
    private static final List<String> PACKAGES = List.of("psych", "epiR", "pROC", "Hmisc");

    @Test
    void everyStatisticIsThatOfR() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<Integer, Map<String, Double>> ours = new HashMap<>();
        List<String> lines = ReferenceSet.lines("reference.csv");
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            int set = Integer.parseInt(cells[0]);
            if (!ours.containsKey(set)) {
                ours.put(set, ReferenceStatistics.of(set));
            }
            Double value = ours.get(set).get(cells[1]);
            double expected = Double.parseDouble(cells[2]);
            if (value == null || !(Math.abs(value - expected) <= CLOSE * Math.max(1, Math.abs(expected)))) {
                wrong.add(line + " is not " + value);
            }
        }
        assertEquals(10, ours.size());
        assertTrue(lines.size() > 1400, "lines");
        assertEquals("", String.join("\n", wrong));
    }

    @Test
    void samplesOfTheBootstrapAreThoseThatRWasGiven() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        for (String line : ReferenceSet.lines("draws.csv")) {
            int[] times = new int[12];
            for (int i = 0; i < times.length; i++) {
                times[random.nextInt(times.length)]++;
            }
            assertEquals(Arrays.stream(times).mapToObj(String::valueOf).collect(Collectors.joining(",")), line);
        }
    }

    /** With {@code -Dreference.r}, which needs R and its packages: it says the same again. */
    @Test
    void theReferenceIsWhatRSays(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(System.getProperty("reference.r") != null, "R is asked again with -Dreference.r alone");
        assertTrue(run(folder, "-e", "stopifnot(all(sapply(c('" + String.join("','", PACKAGES) + "'), requireNamespace, quietly = TRUE)))"),
                "Rscript with the packages " + PACKAGES + " is not installed");
        for (String file : List.of("reference.R", "draws.csv")) {
            try (InputStream in = ReferenceTest.class.getResourceAsStream(file)) {
                Files.copy(in, folder.resolve(file));
            }
        }
        assertTrue(run(folder, "reference.R", "."), "R failed");
        List<String> again = Files.readAllLines(folder.resolve("reference.csv"));
        List<String> lines = ReferenceSet.lines("reference.csv");
        assertEquals(lines.size(), again.size());
        for (int i = 1; i < lines.size(); i++) {
            String[] expected = lines.get(i).split(",");
            String[] found = again.get(i).split(",");
            assertEquals(expected[1], found[1]);
            double value = Double.parseDouble(expected[2]);
            assertEquals(value, Double.parseDouble(found[2]), CLOSE * Math.max(1, Math.abs(value)), lines.get(i));
        }
    }

    /** Whether it ends well, and is there at all. */
    private static boolean run(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("Rscript", "--vanilla"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("TZ", "UTC");
        try {
            Process process = builder.start();
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }
}
