package spine.timeline.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import spine.api.deidentification.StudyIdentity;
import spine.api.deidentification.StudyIdentity.Fact;

/**
 * Whether results with the same PatientID are of one person. What is unknown speaks against nothing, but a PatientID that other people
 * have too, or may have, needs more to tell who is meant.
 */
final class SamePatient {
    /** Whole-spine MRI of one person; beyond, it is the number of a phantom, or of nobody. */
    static final int MOST_STUDIES = 40;

    private final boolean countless;
    private final boolean shared;

    /** @param all that have the PatientID */
    SamePatient(Collection<RememberedResult> all) {
        List<StudyIdentity> identities = all.stream().map(RememberedResult::identity).distinct().toList();
        countless = identities.stream().map(StudyIdentity::studyInstanceUid).distinct().count() > MOST_STUDIES;
        shared = identities.stream().anyMatch(one -> identities.stream().anyMatch(other -> contradiction(one, other).isPresent()));
    }

    /** Why it is doubtful that both are of one person, so that one can say "not compared: ..."; empty if it is not. */
    Optional<String> doubt(RememberedResult result, RememberedResult other) {
        StudyIdentity one = result.identity();
        StudyIdentity two = other.identity();
        if (countless) {
            return Optional.of("more than " + MOST_STUDIES + " studies have this PatientID");
        }
        if (one.deidentified() != two.deidentified()) {
            return Optional.of("one of them is de-identified, so that its date may have been moved");
        }
        Optional<Fact> contradiction = contradiction(one, two);
        if (contradiction.isPresent()) {
            return contradiction.map(fact -> "the " + fact.words() + " is another one");
        }
        if (shared && !(agrees(one, two, Fact.NAME) && agrees(one, two, Fact.BIRTH_DATE))) {
            return Optional.of("different people have this PatientID, and name and birth date are not known of both");
        }
        if (!(one.specific() && two.specific()) && !agrees(one, two, Fact.NAME) && !agrees(one, two, Fact.BIRTH_DATE)) {
            return Optional.of("others may have such a PatientID too, and neither name nor birth date is known of both");
        }
        return Optional.empty();
    }

    private static boolean agrees(StudyIdentity one, StudyIdentity two, Fact fact) {
        String value = one.facts().get(fact);
        return value != null && value.equals(two.facts().get(fact));
    }

    private static Optional<Fact> contradiction(StudyIdentity one, StudyIdentity two) {
        if (one.deidentified() != two.deidentified()) {
            return Optional.empty();
        }
        Map<Fact, String> facts = one.facts();
        return Arrays.stream(Fact.values()).filter(fact -> facts.containsKey(fact) && two.facts().containsKey(fact)
                && !facts.get(fact).equals(two.facts().get(fact))).findFirst();
    }
}
