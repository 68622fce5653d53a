package spine.doors.internal.listener;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.function.Supplier;
import spine.api.intake.Intake;
import spine.api.intake.IntakeException;
import spine.dicom.codec.EncodedDataSet;
import spine.io.dimse.DimseStatus;
import spine.io.dimse.ReceivedObject;
import spine.io.dimse.StoreHandler;

/** Hands what a listener receives to the intake of the platform, as it comes, and answers what that says. */
final class IntakeHandler implements StoreHandler {
    private static final DimseStatus NOT_READY = DimseStatus.OUT_OF_RESOURCES.because("nothing that keeps images is ready yet");

    private final Supplier<Intake> intake;

    /** @param intake gives null while there is none */
    IntakeHandler(Supplier<Intake> intake) {
        this.intake = intake;
    }

    @Override
    public DimseStatus store(ReceivedObject object, InputStream dataSet) throws IOException {
        Intake keeping = intake.get();
        if (keeping == null) {
            return NOT_READY;
        }
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        new EncodedDataSet(object.sopClass(), object.sopInstance(), object.transferSyntax())
                .writeFileHead(head, object.callingTitle());
        try {
            keeping.store(new SequenceInputStream(new ByteArrayInputStream(head.toByteArray()), dataSet),
                    object.callingTitle() + "@" + object.peer().getHostAddress());
            return DimseStatus.SUCCESS;
        } catch (IntakeException refused) {
            return status(refused.reason()).because(refused.getMessage());
        }
    }

    private static DimseStatus status(IntakeException.Reason reason) {
        return switch (reason) {
            case FULL, TOO_LARGE -> DimseStatus.OUT_OF_RESOURCES;
            case UNUSABLE -> DimseStatus.NOT_UNDERSTOOD;
        };
    }
}
