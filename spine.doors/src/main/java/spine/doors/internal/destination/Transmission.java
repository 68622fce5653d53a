package spine.doors.internal.destination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import spine.api.Cancellation;
import spine.api.UnusableInputException;
import spine.api.delivery.DeliveryException;
import spine.dicom.DicomObject;
import spine.dicom.Tag;
import spine.dicom.codec.NativeDicomCodec;
import spine.io.dimse.ArchivedObject;
import spine.io.dimse.CommitmentReport;
import spine.io.dimse.DicomNetwork;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.RemoteNode;
import spine.io.dimse.RetrieveLimits;
import spine.io.dimse.SentFile;
import spine.io.dimse.SentFile.Outcome;
import spine.io.dimse.UnsupportedServiceException;

/** One attempt to send objects. For one thread. */
final class Transmission {
    /**
     * What archives answer that do not replace objects. UIDs of results are digests of their content, so what is there already is the same
     * object, of which the answer was lost.
     */
    private static final int DUPLICATE = 0x0111;
    /** So many are named in one request. */
    static final int MOST_COMMITTED = 1000;
    /** A study may have many images beside the results that are looked for. */
    private static final int MOST_LISTED = 100_000;

    private final DicomNetwork network;
    private final RemoteNode node;
    private final Optional<Duration> commitment;
    private final Consumer<Path> accepted;
    private final List<Path> acknowledged = new ArrayList<>();
    private final List<SentFile> failed = new ArrayList<>();

    /** @param commitment how long to wait until the node says what it keeps; empty: what it acknowledges is accepted */
    Transmission(DicomNetwork network, RemoteNode node, Optional<Duration> commitment, Consumer<Path> accepted) {
        this.network = network;
        this.node = node;
        this.commitment = commitment;
        this.accepted = accepted;
    }

    /**
     * Asks for what the node has (C-FIND), and sends the rest.
     *
     * @return whether the node offers to be asked; if not, everything was sent
     * @throws IOException if it could not be asked at the moment; then nothing was sent
     * @throws DeliveryException if not all are accepted
     */
    boolean resume(List<Path> objects, Cancellation cancellation) throws DeliveryException, IOException {
        Map<Path, StudyObject> known = new LinkedHashMap<>();
        for (Path file : objects) {
            if (Files.isReadable(file)) {
                known.put(file, object(file));
            }
        }
        Set<String> there = new HashSet<>();
        try {
            for (String study : known.values().stream().map(StudyObject::study).distinct().toList()) {
                network.list(node, study, new RetrieveLimits(MOST_LISTED, 1, node.patience()), cancellation)
                        .forEach(object -> there.add(object.sopInstance()));
            }
        } catch (UnsupportedServiceException notOffered) {
            send(objects, cancellation);
            return false;
        }
        List<Path> kept = known.keySet().stream().filter(file -> there.contains(known.get(file).sopInstance())).toList();
        kept.forEach(file -> know(new SentFile(file, Outcome.STORED, "")));
        send(objects.stream().filter(file -> !kept.contains(file)).toList(), cancellation);
        return true;
    }

    /** @throws DeliveryException if not all are accepted */
    void send(List<Path> objects, Cancellation cancellation) throws DeliveryException, IOException {
        if (!objects.isEmpty()) {
            network.send(node, objects, this::know, cancellation);
        }
        for (int from = 0; commitment.isPresent() && from < acknowledged.size(); from += MOST_COMMITTED) {
            commit(acknowledged.subList(from, Math.min(acknowledged.size(), from + MOST_COMMITTED)), cancellation);
        }
        if (!failed.isEmpty()) {
            SentFile first = failed.get(0);
            throw new DeliveryException(node.address() + " has not accepted " + failed.size()
                    + (failed.size() == 1 ? " object, " : " objects, ") + first.file().getFileName()
                    + (failed.size() == 1 ? "" : " the first of them") + ": " + first.reason() + ".",
                    failed.stream().anyMatch(Transmission::isWorthTrying));
        }
    }

    private void know(SentFile file) {
        boolean there = file.outcome() == Outcome.STORED || file.remark().stream().anyMatch(status -> status.code() == DUPLICATE);
        if (!there) {
            failed.add(file);
        } else if (commitment.isPresent()) {
            acknowledged.add(file.file());
        } else {
            accepted.accept(file.file());
        }
    }

    private void commit(List<Path> files, Cancellation cancellation) throws DeliveryException, IOException {
        Map<Path, ArchivedObject> objects = new LinkedHashMap<>();
        for (Path file : files) {
            StudyObject object = object(file);
            objects.put(file, new ArchivedObject(object.sopClass(), object.sopInstance()));
        }
        CommitmentReport report;
        try {
            report = network.commit(node, List.copyOf(objects.values()), commitment.orElseThrow(), cancellation);
        } catch (UnsupportedServiceException notOffered) {
            throw new DeliveryException(notOffered.getMessage(), false);
        }
        objects.forEach((file, object) -> {
            if (report.committed().contains(object.sopInstance())) {
                accepted.accept(file);
            } else {
                DimseStatus reason = report.failed().getOrDefault(object.sopInstance(), DimseStatus.PROCESSING_FAILURE);
                failed.add(new SentFile(file, Outcome.REFUSED, "it is not kept, " + reason, Optional.of(reason)));
            }
        });
    }

    private record StudyObject(String study, String sopClass, String sopInstance) {
    }

    private static StudyObject object(Path file) throws IOException, DeliveryException {
        try {
            DicomObject head = new NativeDicomCodec().read(file, false);
            return new StudyObject(head.text(Tag.StudyInstanceUID), head.text(Tag.SOPClassUID), head.text(Tag.SOPInstanceUID));
        } catch (UnusableInputException changed) {
            throw new DeliveryException(changed.getMessage() + ".", false);
        }
    }

    /** Not what the object or its class is refused for (PS3.4 table B.2-1), nor what cannot be read here. */
    private static boolean isWorthTrying(SentFile file) {
        return switch (file.outcome()) {
            case UNSENT -> true;
            case REFUSED -> file.remark().isPresent() && !refusesTheObject(file.remark().get());
            default -> false;
        };
    }

    private static boolean refusesTheObject(DimseStatus status) {
        return switch (status.code()) {
            case 0x0117, 0x0119, 0x0122 -> true;
            default -> status.code() >>> 8 == 0xa9 || status.code() >>> 12 == 0xc;
        };
    }
}
