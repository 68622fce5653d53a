package spine.io.dimse.tck;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import spine.api.Cancellation;
import spine.dicom.SopClass;
import spine.io.dimse.AllowedCaller;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.CommitmentReport;
import spine.io.dimse.DicomListener;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.Retrieval;
import spine.io.dimse.RetrieveLimits;
import spine.io.dimse.SentFile;
import spine.io.dimse.StoreHandler;
import spine.io.dimse.tck.peer.Loopback;
import spine.io.dimse.tck.peer.SampleObjects;

/** A process that stores three images in an archive on this machine, has them back in two ways, and says what the archive keeps. */
final class OrthancSession {
    static final int ORTHANC = 4242;
    static final int LISTENER = 4243;
    private static final String STUDY = "2.25.4711";
    private static final RetrieveLimits LIMITS = new RetrieveLimits(100, 1 << 20, Duration.ofSeconds(30));
    private static final Cancellation NEVER = new Cancellation();

    private OrthancSession() {
    }

    public static void main(String[] arguments) throws Exception {
        DicomNetworkContract maker = ChildProcess.maker(arguments[1]);
        DicomNetwork network = maker.create();
        RemoteNode orthanc = Loopback.node(ORTHANC);
        Map<String, byte[]> sent = new TreeMap<>();
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            files.add(SampleObjects.image(Path.of(arguments[0]), i, 2_000 * i));
            sent.put(SampleObjects.uid(i), SampleObjects.dataSet(files.get(i - 1)));
        }
        awaitAnswer(network, orthanc);
        network.send(orthanc, files, file -> { }, NEVER).stream().filter(file -> file.outcome() != SentFile.Outcome.STORED)
                .forEach(System.out::println);
        List<ArchivedObject> listed = network.list(orthanc, STUDY, LIMITS, NEVER);
        System.out.println("listed " + listed.size() + " of "
                + listed.stream().map(ArchivedObject::sopClass).distinct().collect(Collectors.joining(" ")));
        Map<String, byte[]> received = new TreeMap<>();
        StoreHandler handler = (object, dataSet) -> {
            received.put(object.sopInstance(), dataSet.readAllBytes());
            return DimseStatus.SUCCESS;
        };
        say("got", network.get(orthanc, STUDY, listed, handler, LIMITS, NEVER), sent, received);
        received.clear();
        try (DicomListener listener = network.listen(new ListenerSettings(InetAddress.getLoopbackAddress(), LISTENER, Set.of("HERE"),
                List.of(AllowedCaller.parse("THERE@localhost")), Optional.empty(), ListenerLimits.DEFAULT), handler)) {
            say("moved", network.move(orthanc, STUDY, "HERE", LIMITS, NEVER), sent, received);
            List<ArchivedObject> asked = new ArrayList<>(listed);
            asked.add(new ArchivedObject(SopClass.MR_IMAGE_STORAGE, SampleObjects.uid(9)));
            CommitmentReport report = network.commit(orthanc, asked, Duration.ofSeconds(30), NEVER);
            System.out.println("kept " + new TreeSet<>(report.committed()) + ", not " + new TreeSet<>(report.failed().keySet()));
        }
        maker.close(network);
    }

    private static void say(String what, Retrieval end, Map<String, byte[]> sent, Map<String, byte[]> received) {
        long same = sent.entrySet().stream().filter(object -> Arrays.equals(object.getValue(), received.get(object.getKey()))).count();
        System.out.printf("%s %d of %d, 0x%04X%n", what, same, end.completed(), end.status().code());
    }

    private static void awaitAnswer(DicomNetwork network, RemoteNode node) throws Exception {
        for (int i = 0; i < 300; i++) {
            try {
                network.echo(node);
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
    }
}
