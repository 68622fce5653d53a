package spine.io.dcm4che.net.internal.listen;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.dcm4che3.data.UID;
import org.dcm4che3.net.Association;
import org.dcm4che3.net.AssociationHandler;
import org.dcm4che3.net.pdu.AAssociateAC;
import org.dcm4che3.net.pdu.AAssociateRJ;
import org.dcm4che3.net.pdu.AAssociateRQ;
import org.dcm4che3.net.pdu.PresentationContext;
import org.dcm4che3.net.pdu.RoleSelection;
import spine.io.dcm4che.net.internal.guard.GuardedSocket;
import spine.io.dimse.ListenerSettings;
import spine.io.dimse.toolkit.ContextSelection;
import spine.io.dimse.toolkit.ServiceClass;

/** Grants an association or rejects it (PS3.8 7.1.1). */
final class Negotiation extends AssociationHandler {
    private static final int VERSION = 1;

    private final GuardedSocket socket;
    private final ListenerSettings settings;
    private final ContextSelection selection;
    private final BooleanSupplier room;

    /** @param room whether there is room for one more */
    Negotiation(GuardedSocket socket, ListenerSettings settings, ContextSelection selection, BooleanSupplier room) {
        this.socket = socket;
        this.settings = settings;
        this.selection = selection;
        this.room = room;
    }

    @Override
    protected AAssociateAC negotiate(Association association, AAssociateRQ request) throws IOException {
        reject(request);
        AAssociateAC answer = new AAssociateAC();
        answer.setCalledAET(request.getCalledAET());
        answer.setCallingAET(request.getCallingAET());
        answer.setMaxPDULength(settings.limits().pduBytes());
        Map<Integer, String> accepted = new HashMap<>();
        for (PresentationContext proposed : request.getPresentationContexts()) {
            String sopClass = Objects.requireNonNullElse(proposed.getAbstractSyntax(), "");
            ContextSelection.Answer choice = selection.answer(sopClass, List.of(proposed.getTransferSyntaxes()));
            answer.addPresentationContext(new PresentationContext(proposed.getPCID(), choice.result(), choice.transferSyntax()));
            if (choice.result() == ContextSelection.ACCEPTED) {
                accepted.put(proposed.getPCID(), sopClass);
            }
        }
        request.getRoleSelections().stream().filter(role -> accepted.containsValue(role.getSOPClassUID()))
                .forEach(role -> answer.addRoleSelection(answer(role)));
        socket.establish(accepted.keySet());
        return answer;
    }

    private void reject(AAssociateRQ request) throws AAssociateRJ {
        if ((request.getProtocolVersion() & VERSION) == 0) {
            throw rejection(AAssociateRJ.RESULT_REJECTED_PERMANENT, AAssociateRJ.SOURCE_SERVICE_PROVIDER_ACSE,
                    AAssociateRJ.REASON_PROTOCOL_VERSION_NOT_SUPPORTED);
        }
        if (!UID.DICOMApplicationContext.equals(request.getApplicationContext())) {
            throw rejection(AAssociateRJ.RESULT_REJECTED_PERMANENT, AAssociateRJ.SOURCE_SERVICE_USER,
                    AAssociateRJ.REASON_APP_CTX_NAME_NOT_SUPPORTED);
        }
        if (!room.getAsBoolean()) {
            throw rejection(AAssociateRJ.RESULT_REJECTED_TRANSIENT, AAssociateRJ.SOURCE_SERVICE_PROVIDER_PRES,
                    AAssociateRJ.REASON_LOCAL_LIMIT_EXCEEDED);
        }
        if (!settings.isCalled(request.getCalledAET())) {
            throw rejection(AAssociateRJ.RESULT_REJECTED_PERMANENT, AAssociateRJ.SOURCE_SERVICE_USER,
                    AAssociateRJ.REASON_CALLED_AET_NOT_RECOGNIZED);
        }
        if (!settings.allows(request.getCallingAET(), socket.getInetAddress())) {
            throw rejection(AAssociateRJ.RESULT_REJECTED_PERMANENT, AAssociateRJ.SOURCE_SERVICE_USER,
                    AAssociateRJ.REASON_CALLING_AET_NOT_RECOGNIZED);
        }
    }

    private AAssociateRJ rejection(int result, int source, int reason) {
        socket.rejected(result, source, reason);
        return new AAssociateRJ(result, source, reason);
    }

    /**
     * The requestor may be the user of what was accepted; to be the provider it is not asked (PS3.7 D.3.3.4.2), but for storage commitment,
     * whose provider reports on an association of its own (PS3.4 J.3.3).
     */
    private static RoleSelection answer(RoleSelection role) {
        return role.getSOPClassUID().equals(ServiceClass.STORAGE_COMMITMENT)
                ? new RoleSelection(role.getSOPClassUID(), false, role.isSCP())
                : new RoleSelection(role.getSOPClassUID(), role.isSCU(), false);
    }
}
