package spine.itest;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

import spine.api.image.SeriesChoice;
import spine.api.image.Slice;
import spine.api.image.StudyReader;
import spine.api.service.PhantomGenerator;
import spine.dicom.codec.NativeDicomCodec;

/** dcm4che comes into the running platform, reads and writes for all that is there, and goes; only in the Maven profile of that name. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class Dcm4cheIT {
    private static final int IMPLEMENTATION_CLASS_UID = 0x00020012;
    private static final String DCM4CHE = "1.2.40.0.13.1.3";
    private static final long SEED = 11;

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() {
        return new Option[] {RunSet.platform()};
    }

    @Before
    public void onlyInItsProfile() {
        assumeFalse("without the Maven profile dcm4che, test skipped", System.getProperty("it.dcm4che", "").isEmpty());
    }

    @Test
    public void aCodecThatComesLateServesAtOnceAndGoesAgain() throws Exception {
        Path work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "dcm4che");
        StudyReader reader = Services.get(context, StudyReader.class);
        PhantomGenerator phantom = Services.get(context, PhantomGenerator.class);
        phantom.write(SEED, work.resolve("before"));
        String own = writerOf(work.resolve("before"));
        List<float[]> pixels = pixels(reader, work.resolve("before"));

        List<Bundle> bundles = install();
        assertTrue(bundles.toString(), bundles.stream().allMatch(bundle -> bundle.getState() == Bundle.ACTIVE));
        phantom.write(SEED, work.resolve("with"));
        assertEquals(DCM4CHE, writerOf(work.resolve("with")));
        assertSame("the reader was not restarted", reader, Services.get(context, StudyReader.class));
        assertEqualPixels(pixels, pixels(reader, work.resolve("with")));
        assertEqualPixels(pixels, pixels(reader, work.resolve("before")));

        for (Bundle bundle : bundles) {
            bundle.uninstall();
        }
        phantom.write(SEED, work.resolve("after"));
        assertEquals(own, writerOf(work.resolve("after")));
        assertEqualPixels(pixels, pixels(reader, work.resolve("with")));
    }

    /** That of dcm4che and ours, in whatever order. */
    private List<Bundle> install() throws Exception {
        Path target = Path.of(System.getProperty("it.dcm4che"));
        List<Bundle> bundles = new ArrayList<>();
        for (Path folder : List.of(target, target.resolve("bundles"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                    bundles.add(context.installBundle(jar.toUri().toString()));
                }
            }
        }
        assertEquals(bundles.toString(), List.of("spine.io.dcm4che", "org.dcm4che.core"),
                bundles.stream().map(Bundle::getSymbolicName).toList());
        for (Bundle bundle : bundles) {
            bundle.start();
        }
        return bundles;
    }

    private static String writerOf(Path study) throws Exception {
        try (Stream<Path> files = Files.walk(study)) {
            Path image = files.filter(file -> file.toString().endsWith(".dcm")).sorted().findFirst().orElseThrow();
            return new NativeDicomCodec().read(image, false).text(IMPLEMENTATION_CLASS_UID);
        }
    }

    private static List<float[]> pixels(StudyReader reader, Path study) throws Exception {
        return reader.find(List.of(study), SeriesChoice.AUTOMATIC).get(0).load().stacks().stream()
                .flatMap(stack -> stack.slices().stream()).map(Slice::pixels).toList();
    }

    private static void assertEqualPixels(List<float[]> expected, List<float[]> actual) {
        assertEquals(expected.size(), actual.size());
        for (int i = 0; i < expected.size(); i++) {
            assertArrayEquals(expected.get(i), actual.get(i), 0);
        }
    }
}
