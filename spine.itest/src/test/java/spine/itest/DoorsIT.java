package spine.itest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

import javax.inject.Inject;

import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;

import spine.api.Cancellation;
import spine.api.UnusableInputException;
import spine.api.delivery.DeliveryException;
import spine.api.delivery.Destination;
import spine.api.intake.Intake;
import spine.api.intake.StoredObject;
import spine.api.job.Job;
import spine.api.service.HealthFinding;
import spine.api.service.PlatformHealth;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.NetworkException;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.SentFile.Outcome;

/** What a serving platform lets in and out, as the files of settings say. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class DoorsIT {
    private static final int SERVING = 40;

    @Inject
    private BundleContext context;

    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private final List<String> complete = new ArrayList<>();
    private Path home;

    @Configuration
    public Option[] platform() throws IOException {
        Path home = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("it.work"))), "doors");
        return new Option[] {RunSet.serving(home)};
    }

    @Before
    public void serve() throws Exception {
        home = Path.of(context.getProperty("spine.home"));
        Dictionary<String, Object> first = new Hashtable<>(Map.of(Constants.SERVICE_RANKING, Integer.MAX_VALUE));
        context.registerService(Intake.class, new Keeping(), first);
        context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class).setStartLevel(SERVING);
    }

    @Test
    public void settingsOpenTheDoors() throws Exception {
        int port = freePort();
        Files.createDirectories(home.resolve("conf"));
        setting("spine.listener.cfg", "port = " + port + "\ntitles = DOOR\ncallers = SCANNER@localhost\n");
        setting("spine.inbox.cfg", "settle.seconds = 1\n");
        setting("spine.destination~archive.cfg", "address = 127.0.0.1:" + port + "\ntitle = DOOR\ncalling = SCANNER\nobjects = SEG\n");
        DicomNetwork network = Services.get(context, DicomNetwork.class);
        Path image = Files.write(home.resolve("1.dcm"), file(SopClass.MR_IMAGE_STORAGE, "2.25.7.1"));
        await(() -> send(network, port, "SCANNER", image) == Outcome.STORED);
        assertEquals(null, send(network, port, "STRANGER", image));
        assertTrue(health("listener"), health("listener").contains("DICOM is taken on 127.0.0.1:" + port));

        int other = freePort();
        setting("spine.listener.cfg", "port = " + other + "\n");
        await(() -> send(network, other, "STRANGER", image) == Outcome.STORED);
        assertEquals(null, send(network, port, "SCANNER", image));

        Files.createDirectories(home.resolve("inbox"));
        Files.write(home.resolve("inbox/2"), file(SopClass.MR_IMAGE_STORAGE, "2.25.7.2"));
        await(() -> Files.exists(home.resolve("inbox/done/2")));
        assertEquals("Taken: 1 object of study 2.25.7.\n", Files.readString(home.resolve("inbox/done/2.txt")));
        assertTrue(complete.toString(), complete.contains("2.25.7"));

        setting("spine.destination~archive.cfg", "address = 127.0.0.1:" + other + "\nobjects = SEG\n");
        await(() -> destination().isPresent() && kept(destination().get(), Files.write(home.resolve("3.dcm"),
                file(SopClass.SEGMENTATION_STORAGE, "2.25.7.3"))));
        assertTrue(destination().get().takes(SopClass.SEGMENTATION_STORAGE, "inbox"));
        assertEquals(false, destination().get().takes(SopClass.COMPREHENSIVE_3D_SR_STORAGE, "inbox"));
        Files.delete(home.resolve("conf/spine.destination~archive.cfg"));
        await(() -> destination().isEmpty());
    }

    private boolean kept(Destination destination, Path object) throws Exception {
        List<Path> accepted = new ArrayList<>();
        try {
            destination.send(List.of(object), accepted::add, new Cancellation());
        } catch (DeliveryException notYet) {
            return false;
        }
        return accepted.equals(List.of(object)) && kept.containsKey("2.25.7.3");
    }

    private Optional<Destination> destination() throws Exception {
        return context.getServiceReferences(Destination.class, null).stream().map(context::getService)
                .filter(found -> found != null && found.name().equals("archive")).findFirst();
    }

    /** @return null if the association does not come about */
    private Outcome send(DicomNetwork network, int port, String calling, Path file) throws IOException {
        try {
            return network.send(new RemoteNode("127.0.0.1", port, "DOOR", calling, Optional.empty(), Duration.ofSeconds(10)), List.of(file),
                    fate -> { }, new Cancellation()).get(0).outcome();
        } catch (NetworkException notYet) {
            return null;
        }
    }

    private String health(String check) throws Exception {
        return Arrays.toString(Services.get(context, PlatformHealth.class).examine().stream()
                .filter(finding -> finding.name().equals(check)).map(HealthFinding::remarks).toArray());
    }

    private void setting(String name, String text) throws IOException {
        Files.writeString(home.resolve("conf").resolve(name), text);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < 300; i++) {
            if (condition.call()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("it has not come about within 30 s");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static byte[] file(String sopClass, String instance) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new NativeDicomCodec().write(new DicomObject().text(Tag.SOPClassUID, "UI", sopClass).text(Tag.SOPInstanceUID, "UI", instance)
                .text(Tag.StudyInstanceUID, "UI", "2.25.7").put(DicomElement.of(Tag.PixelData, "OW", new byte[1000])), out);
        return out.toByteArray();
    }

    private final class Keeping implements Intake {
        @Override
        public StoredObject store(InputStream file, String sender) throws IOException {
            byte[] bytes = file.readAllBytes();
            Path copy = Files.write(home.resolve("kept-" + Thread.currentThread().getId()), bytes);
            try {
                DicomObject header = new NativeDicomCodec().read(copy, false);
                kept.put(header.text(Tag.SOPInstanceUID), bytes);
                return new StoredObject(header.text(Tag.StudyInstanceUID), header.text(Tag.SOPClassUID), header.text(Tag.SOPInstanceUID),
                        StoredObject.Kind.NEW);
            } catch (UnusableInputException unusable) {
                throw new IOException(unusable);
            }
        }

        @Override
        public Optional<Job> complete(String study) {
            complete.add(study);
            return Optional.empty();
        }
    }
}
