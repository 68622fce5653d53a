package spine.evaluate.internal.partial;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a study.
 *
 * @param file {@code truth.json}
 * @param study its StudyInstanceUID
 * @param name for people: the case, else the study
 * @param group what it is tabulated by; may be empty
 * @param healthy false: there is or may be inflammation; empty: unknown
 * @param stacks SOP instance UIDs in the order of the slices; may be empty
 * @param columns width of the images on which something is outlined
 * @param structures those that are compared
 * @param bodies outlines of bodies that lesions are placed by, whether they are compared or not
 * @param lesions those that are known
 */
public record PartialTruth(Path file, String study, String name, String group, Optional<Boolean> healthy, List<List<String>> stacks,
        Map<String, Integer> columns, List<OutlinedStructure> structures, List<OutlinedStructure> bodies, List<KnownLesion> lesions) {

    public PartialTruth {
        stacks = stacks.stream().map(List::copyOf).toList();
        columns = Map.copyOf(columns);
        structures = List.copyOf(structures);
        bodies = List.copyOf(bodies);
        lesions = List.copyOf(lesions);
    }
}
