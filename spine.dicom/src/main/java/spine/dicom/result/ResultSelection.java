package spine.dicom.result;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a destination is to get.
 *
 * @param sopClasses UIDs of the objects
 * @param senders of studies: TITLE or TITLE@ADDRESS of a caller, name of a user, or inbox; empty for all
 */
public record ResultSelection(Set<String> sopClasses, Set<String> senders) {

    public ResultSelection {
        sopClasses = Set.copyOf(sopClasses);
        senders = Set.copyOf(senders);
    }

    /**
     * As settings say it.
     *
     * @param kinds names of {@link ResultKind}
     * @throws IllegalArgumentException if there is no such kind, or a sender is named twice
     */
    public static ResultSelection of(String[] kinds, String[] senders) {
        return new ResultSelection(Arrays.stream(kinds).map(word -> ResultKind.valueOf(word).sopClass()).collect(Collectors.toSet()),
                Set.of(senders));
    }

    /** @param sender as {@link spine.api.job.Job#sender} has it; an address has no {@code @}, a title may */
    public boolean includes(String sopClass, String sender) {
        int at = sender.lastIndexOf('@');
        return sopClasses.contains(sopClass)
                && (senders.isEmpty() || senders.contains(sender) || at > 0 && senders.contains(sender.substring(0, at)));
    }
}
