package spine.io.dicom.internal.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Foreign judges of objects; a test that needs one which is not installed is skipped. */
public final class Validators {
    private static final Path BIN = Path.of("/usr/bin");
    private static final Path JARS = Path.of("/usr/share/java");
    private static final List<String> PIXELMED = List.of("pixelmed.jar", "slf4j-api.jar", "slf4j-jdk14.jar", "javax.json-api.jar");
    /** What dciodvfy cannot know, and what Study Root C-FIND would like to have for a DICOMDIR. */
    private static final String HARMLESS = ".*(Unrecognized defined term = <(99SPARCC|99SPINE|2\\.25\\.\\d+)>|needed to build DICOMDIR)";

    private Validators() {
    }

    /** dciodvfy of dicom3tools: neither errors nor warnings beyond those on private schemes. */
    public static void dciodvfy(List<Path> files) throws Exception {
        for (Path file : files) {
            String output = run(tool("dciodvfy", "dicom3tools"), "-new", file.toString());
            assertEquals(List.of(), output.lines().filter(line -> line.matches("(Error|Warning).*") && !line.matches(HARMLESS)).toList(),
                    file + ":\n" + output);
        }
    }

    /** dcentvfy of dicom3tools: patient and study agree over all files. It takes study attributes of a report for some of its series. */
    public static void dcentvfy(Stream<Path> files) throws Exception {
        List<String> command = new ArrayList<>(List.of(tool("dcentvfy", "dicom3tools")));
        files.map(Path::toString).forEach(command::add);
        String output = run(command.toArray(String[]::new));
        assertEquals(List.of(), output.lines().filter(line -> !line.isBlank() && !line.contains("Different information entities"))
                .toList());
    }

    /** dsrdump of dcmtk: the content tree of a report is whole. */
    public static void dsrdump(Path report) throws Exception {
        String output = run(tool("dsrdump", "dcmtk"), report.toString());
        assertEquals(List.of(), output.lines().filter(line -> line.matches("[EWF]: .*") && !line.contains("VR checker does not support"))
                .toList());
    }

    /** PixelMed's validators of reports and of instances: segmentations; it knows no other object of ours. */
    public static void pixelmed(List<Path> files) throws Exception {
        for (String jar : PIXELMED) {
            Assumptions.assumeTrue(Files.exists(JARS.resolve(jar)), "libpixelmed-java is not installed, validation skipped");
        }
        List<String> path = new ArrayList<>(PIXELMED.stream().map(jar -> JARS.resolve(jar).toString()).toList());
        path.add(Path.of(PixelMedMain.class.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.xml.xpathTotalOpLimit=0", "-Djdk.xml.xpathExprOpLimit=0", "-Djdk.xml.xpathExprGrpLimit=0",
                "-cp", String.join(File.pathSeparator, path), PixelMedMain.class.getName()));
        files.stream().map(Path::toString).forEach(command::add);
        String output = run(command.toArray(String[]::new));
        assertEquals(files.size(), output.lines().filter(line -> line.startsWith("FILE ")).count(), output);
        assertEquals(files.size(), output.lines().filter(line -> line.equals("IOD validation complete")).count(), output);
        assertEquals(List.of(), output.lines().filter(line -> line.matches("(Error|Warning).*")).toList());
    }

    private static String tool(String name, String debianPackage) {
        Path tool = BIN.resolve(name);
        Assumptions.assumeTrue(Files.isExecutable(tool), name + " (" + debianPackage + ") is not installed, validation skipped");
        return tool.toString();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor() < 2, output);
        return output;
    }
}
