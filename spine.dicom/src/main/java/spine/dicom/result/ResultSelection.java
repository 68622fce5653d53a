package spine.doors.internal.destination;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a destination is to get.
 *
 * @param sopClasses UIDs of the objects
 * @param senders of studies: TITLE or TITLE@ADDRESS of a caller, name of a user, or inbox; empty for all
 */
record Wanted(Set<String> sopClasses, Set<String> senders) {

    Wanted {
        sopClasses = Set.copyOf(sopClasses);
        senders = Set.copyOf(senders);
    }

    static Wanted of(DestinationConfiguration configuration) {
        return new Wanted(Arrays.stream(configuration.objects()).map(word -> ResultKind.valueOf(word).sopClass())
                .collect(Collectors.toSet()),
                Set.of(configuration.senders()));
    }

    /** @param sender as {@link spine.api.job.Job#sender} has it; an address has no {@code @}, a title may */
    boolean includes(String sopClass, String sender) {
        int at = sender.lastIndexOf('@');
        return sopClasses.contains(sopClass)
                && (senders.isEmpty() || senders.contains(sender) || at > 0 && senders.contains(sender.substring(0, at)));
    }
}
