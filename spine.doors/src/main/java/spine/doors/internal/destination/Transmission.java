package spine.doors.internal.destination;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import spine.api.delivery.DeliveryException;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.SentFile;
import spine.io.dimse.SentFile.Outcome;

/** What became of the objects of one attempt. For one thread. */
final class Transmission {
    /**
     * What archives answer that do not replace objects. UIDs of results are digests of their content, so what is there already is the same
     * object, of which the answer was lost.
     */
    private static final int DUPLICATE = 0x0111;

    private final Consumer<Path> accepted;
    private final List<SentFile> failed = new ArrayList<>();

    Transmission(Consumer<Path> accepted) {
        this.accepted = accepted;
    }

    void know(SentFile file) {
        if (file.outcome() == Outcome.STORED || file.remark().stream().anyMatch(status -> status.code() == DUPLICATE)) {
            accepted.accept(file.file());
        } else {
            failed.add(file);
        }
    }

    /** @param destination for the sentence */
    void end(String destination) throws DeliveryException {
        if (!failed.isEmpty()) {
            SentFile first = failed.get(0);
            throw new DeliveryException(destination + " has not accepted " + failed.size() + (failed.size() == 1 ? " object, " : " objects, ")
                    + first.file().getFileName() + (failed.size() == 1 ? "" : " the first of them") + ": " + first.reason() + ".",
                    failed.stream().anyMatch(Transmission::isWorthTrying));
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
        return status.code() == 0x0117 || status.code() == 0x0122 || status.code() >>> 8 == 0xa9 || status.code() >>> 12 == 0xc;
    }
}
