package spine.io.dimse.internal.association;

import java.util.List;
import java.util.function.Predicate;
import spine.dicom.TransferSyntax;
import spine.io.dimse.internal.pdu.AnsweredContext;
import spine.io.dimse.internal.pdu.ProposedContext;

/**
 * Which presentation contexts the listener accepts, and in which transfer syntax (PS3.8 9.3.3.2). Of several in one context the first that
 * can be read is taken: a requestor names the one first in which it has the images, and any other would make it convert them. Only
 * among those without compression explicit little endian comes first, because it keeps the value representations.
 */
public final class ContextSelection {
    private static final List<String> UNCOMPRESSED = List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_BIG_ENDIAN);

    private final Predicate<String> readable;

    /** @param readable which transfer syntaxes can be read */
    public ContextSelection(Predicate<String> readable) {
        this.readable = readable;
    }

    AnsweredContext answer(ProposedContext proposed) {
        boolean verification = proposed.abstractSyntax().equals(ServiceClass.VERIFICATION);
        boolean commitment = proposed.abstractSyntax().equals(ServiceClass.STORAGE_COMMITMENT);
        if (!verification && !commitment && !ServiceClass.isStorage(proposed.abstractSyntax())) {
            return refused(proposed, AnsweredContext.NO_ABSTRACT_SYNTAX);
        }
        List<String> usable = proposed.transferSyntaxes().stream()
                .filter(syntax -> verification || commitment ? UNCOMPRESSED.contains(syntax) : readable.test(syntax)).toList();
        if (usable.isEmpty()) {
            return refused(proposed, AnsweredContext.NO_TRANSFER_SYNTAX);
        }
        return new AnsweredContext(proposed.id(), AnsweredContext.ACCEPTED, best(usable));
    }

    private static String best(List<String> usable) {
        String first = usable.get(0);
        return UNCOMPRESSED.contains(first) ? UNCOMPRESSED.stream().filter(usable::contains).findFirst().orElse(first) : first;
    }

    private static AnsweredContext refused(ProposedContext proposed, int result) {
        return new AnsweredContext(proposed.id(), result, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
    }
}
