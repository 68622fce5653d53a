package spine.io.dimse.internal.association;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import spine.io.dimse.ListenerLimits;
import spine.io.dimse.internal.connection.Connection;
import spine.io.dimse.internal.connection.Pace;
import spine.io.dimse.internal.pdu.AnsweredContext;
import spine.io.dimse.internal.pdu.AssociateAccept;
import spine.io.dimse.internal.pdu.AssociateRequest;
import spine.io.dimse.internal.pdu.PduReader;
import spine.io.dimse.internal.pdu.PduType;
import spine.io.dimse.internal.pdu.ProposedContext;
import spine.io.dimse.internal.pdu.Rejection;
import spine.io.dimse.internal.pdu.RoleSelection;
import spine.io.dimse.internal.pdu.UserInformation;
import spine.io.dimse.toolkit.Context;
import spine.io.dimse.toolkit.ContextSelection;
import spine.io.dimse.toolkit.ProtocolException;
import spine.io.dimse.toolkit.ServiceClass;

/** Grants associations or rejects them (PS3.8 7.1.1, Sta2 to Sta6). */
public final class AssociationAcceptor {
    private final ContextSelection selection;
    private final ListenerLimits limits;

    /** An association and who asked for it. */
    public record Accepted(Association association, AssociateRequest request) {
    }

    public AssociationAcceptor(ContextSelection selection, ListenerLimits limits) {
        this.selection = selection;
        this.limits = limits;
    }

    /**
     * Waits for the request, within the budget of the connection, and answers it.
     *
     * @param objection why a request is rejected, empty if it is not
     * @throws RejectedException if it was
     */
    public Accepted accept(Connection connection, Function<AssociateRequest, Optional<Rejection>> objection) throws IOException {
        PduReader pdus = new PduReader(connection, limits.pduBytes());
        AssociateRequest request = request(pdus);
        Optional<Rejection> rejection = protocol(request).or(() -> objection.apply(request));
        if (rejection.isPresent()) {
            byte[] answer = rejection.get().encode();
            connection.write(answer, 0, answer.length);
            throw new RejectedException(rejection.get());
        }
        List<AnsweredContext> answers = request.contexts().stream().map(this::answer).toList();
        byte[] answer = new AssociateAccept(request.called(), request.calling(), answers, UserInformation.own(limits.pduBytes(),
                roles(request, answers))).encode();
        Association association = new Association(connection, pdus, new Pace(connection, limits.pace(), limits.paceBytes()),
                contexts(request, answers), request.user().maximumLength(), limits.objectBytes());
        connection.write(answer, 0, answer.length);
        return new Accepted(association, request);
    }

    private AnsweredContext answer(ProposedContext proposed) {
        ContextSelection.Answer answer = selection.answer(proposed.abstractSyntax(), proposed.transferSyntaxes());
        return new AnsweredContext(proposed.id(), answer.result(), answer.transferSyntax());
    }

    private static AssociateRequest request(PduReader pdus) throws IOException {
        int type = pdus.next();
        return switch (type) {
            case PduType.ASSOCIATE_RQ -> pdus.request();
            case PduType.ABORT -> throw pdus.aborted();
            case PduType.CLOSED -> throw PduReader.closed();
            default -> throw ProtocolException.unexpected(type);
        };
    }

    private static Optional<Rejection> protocol(AssociateRequest request) {
        if ((request.protocolVersion() & AssociateRequest.VERSION) == 0) {
            return Optional.of(Rejection.PROTOCOL_VERSION);
        }
        return request.applicationContext().equals(AssociateRequest.DICOM) ? Optional.empty() : Optional.of(Rejection.APPLICATION_CONTEXT);
    }

    private static Map<Integer, Context> contexts(AssociateRequest request, List<AnsweredContext> answers) {
        Map<Integer, String> abstractSyntaxes = request.contexts().stream()
                .collect(Collectors.toMap(ProposedContext::id, ProposedContext::abstractSyntax));
        Map<Integer, Context> contexts = new HashMap<>();
        answers.stream().filter(answer -> answer.result() == AnsweredContext.ACCEPTED)
                .forEach(answer -> contexts.put(answer.id(), new Context(abstractSyntaxes.get(answer.id()), answer.transferSyntax())));
        return contexts;
    }

    /**
     * The requestor may be the user of what was accepted; to be the provider it is not asked (PS3.7 D.3.3.4.2), but for storage commitment,
     * whose provider reports on an association of its own (PS3.4 J.3.3).
     */
    private static List<RoleSelection> roles(AssociateRequest request, List<AnsweredContext> answers) {
        Set<String> accepted = contexts(request, answers).values().stream().map(Context::abstractSyntax).collect(Collectors.toSet());
        return request.user().roles().stream().filter(role -> accepted.contains(role.sopClass()))
                .map(role -> role.sopClass().equals(ServiceClass.STORAGE_COMMITMENT)
                        ? new RoleSelection(role.sopClass(), false, role.provider())
                        : new RoleSelection(role.sopClass(), role.user(), false)).toList();
    }
}
