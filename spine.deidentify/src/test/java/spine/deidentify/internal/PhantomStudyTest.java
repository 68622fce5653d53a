package spine.deidentify.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import spine.api.image.SeriesChoice;
import spine.api.image.Slice;
import spine.api.image.SliceStack;
import spine.api.image.Study;
import spine.api.report.MaskWriter;
import spine.api.report.ReportWriter;
import spine.dicom.DicomObject;
import spine.dicom.codec.DecodedImages;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dicom.internal.study.DicomStudyReader;
import spine.phantom.internal.PhantomProfiles;

/** A whole study: the platform reads the same images before and after, from which the same scores follow. */
class PhantomStudyTest {
    private static final long SEED = 11;

    @TempDir
    private static Path folder;
    private static Path phantom;

    @BeforeAll
    static void makeStudy() throws Exception {
        phantom = folder.resolve("phantom");
        ReportWriter noTruth = (result, place) -> List.of();
        MaskWriter noMasks = (study, stack, kind, masks, series, file) -> false;
        new PhantomProfiles(new NativeDicomCodec(), noTruth, noTruth, noMasks).write(SEED, phantom);
    }

    @Test
    void theReaderTakesTheSameImages() throws Exception {
        Path marked = folder.resolve("marked");
        for (Path file : DeidentifiedStudy.files(phantom)) {
            if (!file.startsWith(phantom.resolve("truth"))) {
                DicomObject image = MarkedImage.fill(new NativeDicomCodec().read(file, true));
                Path target = marked.resolve(phantom.relativize(file));
                Files.createDirectories(target.getParent());
                Files.write(target, MarkedImage.file(image));
            }
        }
        DeidentifiedStudy.run(marked, folder.resolve("out"), folder.resolve("key"), false, false);
        for (Path file : DeidentifiedStudy.files(folder.resolve("out"))) {
            assertEquals(List.of(), MarkedImage.found(Files.readAllBytes(file)), file.toString());
        }
        assertSame(read(phantom), read(folder.resolve("out")));
        DeidentifiedStudy.run(phantom, folder.resolve("shifted"), folder.resolve("key"), false, true);
        assertSame(read(phantom), read(folder.resolve("shifted")));
    }

    private static Study read(Path place) throws Exception {
        NativeDicomCodec codec = new NativeDicomCodec();
        return new DicomStudyReader(codec, new DecodedImages(codec)).find(List.of(place), SeriesChoice.AUTOMATIC).get(0).load();
    }

    private static void assertSame(Study expected, Study study) {
        assertEquals(expected.stacks().size(), study.stacks().size());
        assertEquals(expected.warnings(), study.warnings());
        for (int i = 0; i < expected.stacks().size(); i++) {
            SliceStack before = expected.stacks().get(i);
            SliceStack after = study.stacks().get(i);
            assertEquals(before.acquisition(), after.acquisition());
            assertEquals(before.slices().size(), after.slices().size());
            for (int j = 0; j < before.slices().size(); j++) {
                Slice slice = after.slices().get(j);
                assertEquals(before.slices().get(j).plane(), slice.plane());
                assertArrayEquals(before.slices().get(j).pixels(), slice.pixels(), 0);
            }
        }
    }

    @Test
    void noValidatorFindsMoreThanBefore() throws Exception {
        DeidentifiedStudy.run(phantom, folder.resolve("retained"), folder.resolve("key"), true, false);
        Set<String> before = errors(DeidentifiedStudy.files(phantom));
        List<Path> after = DeidentifiedStudy.files(folder.resolve("retained"));
        assertTrue(after.size() > 1);
        Set<String> more = new HashSet<>(errors(after));
        more.removeAll(before);
        assertEquals(Set.of(), more);
    }

    private static Set<String> errors(List<Path> files) throws IOException, InterruptedException {
        List<String> command = files.stream().map(Path::toString).filter(name -> name.endsWith(".dcm")).limit(40).toList();
        Set<String> errors = new HashSet<>();
        for (String file : command) {
            Process process;
            try {
                process = new ProcessBuilder("dciodvfy", "-new", file).redirectErrorStream(true).start();
            } catch (IOException absent) {
                assumeTrue(false, "dciodvfy is not installed");
                return Set.of();
            }
            String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            errors.addAll(words.lines().filter(line -> line.startsWith("Error")).collect(Collectors.toSet()));
        }
        return errors;
    }
}
