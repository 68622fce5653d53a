package spine.io.dimse.internal.association;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import spine.dicom.TransferSyntax;
import spine.io.dimse.internal.pdu.AnsweredContext;
import spine.io.dimse.internal.pdu.ProposedContext;

/**
 * Which presentation contexts the listener accepts, and in which transfer syntax (PS3.8 9.3.3.2). Of several in one context the first that
 * loses nothing is taken, since a requestor names its own first; one that may lose something only where there is no other, for then
 * the images have lost it already. Of those without compression explicit little endian comes first: it keeps the value representations.
 */
public final class ContextSelection {
    private static final Set<String> MAY_LOSE = Set.of("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51", "1.2.840.10008.1.2.4.81",
            "1.2.840.10008.1.2.4.91");
    private static final List<String> UNCOMPRESSED = List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_BIG_ENDIAN);

    private final Predicate<String> readable;

    /** @param readable which transfer syntaxes can be read */
    public ContextSelection(Predicate<String> readable) {
        this.readable = readable;
    }

    AnsweredContext answer(ProposedContext proposed) {
        boolean verification = proposed.abstractSyntax().equals(ServiceClass.VERIFICATION);
        if (!verification && !ServiceClass.isStorage(proposed.abstractSyntax())) {
            return refused(proposed, AnsweredContext.NO_ABSTRACT_SYNTAX);
        }
        List<String> usable = proposed.transferSyntaxes().stream()
                .filter(syntax -> verification ? UNCOMPRESSED.contains(syntax) : readable.test(syntax)).toList();
        if (usable.isEmpty()) {
            return refused(proposed, AnsweredContext.NO_TRANSFER_SYNTAX);
        }
        return new AnsweredContext(proposed.id(), AnsweredContext.ACCEPTED, best(usable));
    }

    private static String best(List<String> usable) {
        String first = usable.stream().filter(syntax -> !MAY_LOSE.contains(syntax)).findFirst().orElse(usable.get(0));
        return UNCOMPRESSED.contains(first) ? UNCOMPRESSED.stream().filter(usable::contains).findFirst().orElse(first) : first;
    }

    private static AnsweredContext refused(ProposedContext proposed, int result) {
        return new AnsweredContext(proposed.id(), result, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
    }
}
