package spine.itest;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeFalse;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.osgi.framework.FrameworkUtil;

import spine.api.Cancellation;
import spine.api.image.SeriesChoice;
import spine.api.image.Slice;
import spine.api.image.StudyReader;
import spine.api.service.PhantomGenerator;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dimse.DicomListener;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.PartTenFile;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.SentFile;

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

        List<Bundle> bundles = install("it.dcm4che", "spine.io.dcm4che", "org.dcm4che.core");
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

    @Test
    public void aNetworkThatComesLateIsPreferredAndGoesAgain() throws Exception {
        Path work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "dcm4che");
        Services.get(context, PhantomGenerator.class).write(SEED, work.resolve("sent"));
        List<Path> files;
        try (Stream<Path> walk = Files.walk(work.resolve("sent"))) {
            files = walk.filter(file -> file.toString().endsWith(".dcm")).sorted().toList();
        }
        DicomNetwork own = Services.get(context, DicomNetwork.class);
        List<Bundle> bundles = install("it.dcm4che.net", "spine.io.dcm4che.net", "org.dcm4che.core", "org.dcm4che.net");
        DicomNetwork dcm4che = Services.get(context, DicomNetwork.class);
        assertSame(bundles.get(0), FrameworkUtil.getBundle(dcm4che.getClass()));
        for (DicomNetwork sender : List.of(own, dcm4che)) {
            Path received = Files.createTempDirectory(work, "received");
            try (DicomListener listener = (sender == own ? dcm4che : own).listen(new ListenerSettings(InetAddress.getLoopbackAddress(), 0,
                    Set.of("SPINE"), List.of(), Optional.empty(), ListenerLimits.DEFAULT), (object, dataSet) -> {
                        PartTenFile.write(received.resolve(object.sopInstance()), object, dataSet);
                        return DimseStatus.SUCCESS;
                    })) {
                RemoteNode node = new RemoteNode("127.0.0.1", listener.address().getPort(), "SPINE", "TEST", Optional.empty(),
                        Duration.ofSeconds(20));
                sender.send(node, files, file -> assertEquals(file.reason(), SentFile.Outcome.STORED, file.outcome()), new Cancellation());
            }
            assertEquals(files.size(), received.toFile().list().length);
        }
        for (Bundle bundle : bundles) {
            bundle.uninstall();
        }
        assertSame(own, Services.get(context, DicomNetwork.class));
    }

    /** Those of dcm4che and ours, which is the first. */
    private List<Bundle> install(String property, String... names) throws Exception {
        Path target = Path.of(System.getProperty(property));
        List<Bundle> bundles = new ArrayList<>();
        for (Path folder : List.of(target, target.resolve("bundles"))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).sorted().toList()) {
                    bundles.add(context.installBundle(jar.toUri().toString()));
                }
            }
        }
        assertEquals(bundles.toString(), List.of(names), bundles.stream().map(Bundle::getSymbolicName).toList());
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
