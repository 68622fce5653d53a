package spine.io.dimse.toolkit;

import java.util.List;
import java.util.function.Predicate;
import spine.dicom.TransferSyntax;

/**
 * Which presentation contexts the listener accepts, and in which transfer syntax (PS3.8 9.3.3.2). Of several in one context the first that
 * can be read is taken: a requestor names the one first in which it has the images, and any other would make it convert them. Only
 * among those without compression explicit little endian comes first, because it keeps the value representations.
 */
public final class ContextSelection {
    public static final int ACCEPTED = 0;
    public static final int NO_ABSTRACT_SYNTAX = 3;
    public static final int NO_TRANSFER_SYNTAX = 4;

    private static final List<String> UNCOMPRESSED = List.of(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_BIG_ENDIAN);

    private final Predicate<String> readable;

    /**
     * @param result 0 accepted, 3 abstract syntax not supported, 4 no transfer syntax supported
     * @param transferSyntax without meaning unless accepted
     */
    public record Answer(int result, String transferSyntax) {
    }

    /** @param readable which transfer syntaxes can be read */
    public ContextSelection(Predicate<String> readable) {
        this.readable = readable;
    }

    /** @param transferSyntaxes in the order of the requestor */
    public Answer answer(String abstractSyntax, List<String> transferSyntaxes) {
        boolean verification = abstractSyntax.equals(ServiceClass.VERIFICATION);
        boolean commitment = abstractSyntax.equals(ServiceClass.STORAGE_COMMITMENT);
        if (!verification && !commitment && !ServiceClass.isStorage(abstractSyntax)) {
            return refused(NO_ABSTRACT_SYNTAX);
        }
        List<String> usable = transferSyntaxes.stream()
                .filter(syntax -> verification || commitment ? UNCOMPRESSED.contains(syntax) : readable.test(syntax)).toList();
        if (usable.isEmpty()) {
            return refused(NO_TRANSFER_SYNTAX);
        }
        return new Answer(ACCEPTED, best(usable));
    }

    private static String best(List<String> usable) {
        String first = usable.get(0);
        return UNCOMPRESSED.contains(first) ? UNCOMPRESSED.stream().filter(usable::contains).findFirst().orElse(first) : first;
    }

    private static Answer refused(int result) {
        return new Answer(result, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
    }
}
