package spine.io.dimse.internal.query;

import java.io.IOException;
import java.util.Map;
import spine.api.Cancellation;
import spine.io.dimse.Retrieval;
import spine.io.dimse.RetrieveLimits;
import spine.io.dimse.internal.association.Association;
import spine.io.dimse.internal.message.CommandField;
import spine.io.dimse.internal.message.CommandSet;
import spine.io.dimse.internal.message.CommandTag;
import spine.io.dimse.internal.message.DimseMessage;
import spine.io.dimse.internal.service.Caller;
import spine.io.dimse.internal.service.MessageService;
import spine.io.dimse.service.StudyRoot;
import spine.io.dimse.toolkit.ProtocolException;

/** What a node says from the request to the last answer: answers in between, and by C-GET the objects themselves. */
final class RetrieveAnswers {
    static final int MESSAGE = 1;
    private static final int NOT_SAID = -1;

    private final Association association;
    private final Map<Integer, MessageService> services;
    private final Caller node;
    private final RetrieveLimits limits;
    private final Cancellation cancellation;

    /** @param services for what the node asks for meanwhile, by command field */
    RetrieveAnswers(Association association, Map<Integer, MessageService> services, Caller node, RetrieveLimits limits,
            Cancellation cancellation) {
        this.association = association;
        this.services = services;
        this.node = node;
        this.limits = limits;
        this.cancellation = cancellation;
    }

    Retrieval await() throws IOException {
        while (true) {
            DimseMessage message = QueryMessages.next(association, limits.silence());
            cancellation.check();
            CommandSet command = message.command();
            if ((command.field() & CommandField.RESPONSE) == 0) {
                serve(message);
            } else if (command.answeredId() != MESSAGE) {
                throw ProtocolException.invalid("a response belongs to no request");
            } else if (!StudyRoot.isPending(command.status())) {
                association.finishMessage();
                return new Retrieval(command.status(), sum(command, CommandTag.NumberOfCompletedSuboperations,
                        CommandTag.NumberOfWarningSuboperations), sum(command, CommandTag.NumberOfFailedSuboperations));
            }
        }
    }

    private void serve(DimseMessage message) throws IOException {
        MessageService service = services.get(message.command().field());
        if (service == null) {
            throw ProtocolException.invalid("a request came that nobody serves");
        }
        var status = service.serve(message, association.contexts().get(message.context()), node);
        association.finishMessage();
        association.send(message.context(), message.command().response(status));
    }

    private static int sum(CommandSet command, int... counters) {
        int sum = NOT_SAID;
        for (int counter : counters) {
            int number = command.elements().integer(counter, NOT_SAID);
            sum = number < 0 ? sum : Math.max(0, sum) + number;
        }
        return sum;
    }
}
