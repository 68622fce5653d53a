package spine.itest;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;

import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;

import spine.api.Cancellation;
import spine.dicom.DicomElement;
import spine.dicom.DicomObject;
import spine.dicom.SopClass;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dimse.DicomListener;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.PartTenFile;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.SentFile;

/** The network of the delivered platform sends and receives. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class NetworkIT {

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] platform() {
        return new Option[] {RunSet.platform()};
    }

    @Test
    public void anObjectTravels() throws Exception {
        Path work = Files.createTempDirectory(Path.of(System.getProperty("it.work")), "network");
        Path sent = work.resolve("sent.dcm");
        try (OutputStream out = Files.newOutputStream(sent)) {
            new NativeDicomCodec().write(new DicomObject().text(Tag.SOPClassUID, "UI", SopClass.MR_IMAGE_STORAGE)
                    .text(Tag.SOPInstanceUID, "UI", "2.25.1").put(DicomElement.of(Tag.PixelData, "OW", new byte[100_000])), out);
        }
        DicomNetwork network = Services.get(context, DicomNetwork.class);
        ListenerSettings settings = new ListenerSettings(InetAddress.getLoopbackAddress(), 0, Set.of("SPINE"), List.of(), Optional.empty(),
                ListenerLimits.DEFAULT);
        Path received = work.resolve("received.dcm");
        try (DicomListener listener = network.listen(settings, (object, dataSet) -> {
            PartTenFile.write(received, object, dataSet);
            return DimseStatus.SUCCESS;
        })) {
            RemoteNode node = new RemoteNode("127.0.0.1", listener.address().getPort(), "SPINE", "TEST", Optional.empty(),
                    Duration.ofSeconds(20));
            network.echo(node);
            assertEquals(List.of(new SentFile(sent, SentFile.Outcome.STORED, "")),
                    network.send(node, List.of(sent), file -> { }, new Cancellation()));
        }
        NativeDicomCodec codec = new NativeDicomCodec();
        assertEquals("TEST", codec.read(received, true).text(0x00020016));
        assertArrayEquals(new byte[100_000], codec.read(received, true).element(Tag.PixelData).orElseThrow().bytes());
    }
}
