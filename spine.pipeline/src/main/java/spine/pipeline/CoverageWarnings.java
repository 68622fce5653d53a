package spine.pipeline;

import java.util.ArrayList;
import java.util.List;

import spine.api.anatomy.SpineAnatomy;
import spine.api.image.SliceStack;
import spine.api.image.Study;

/** What the reader of a total has to know of the part of the spine that it is made of. */
final class CoverageWarnings {

    private CoverageWarnings() {
    }

    /** Sentences in a fixed order; none for images that show no spine, which are told of elsewhere. */
    static List<String> of(Study study, SpineAnatomy anatomy) {
        List<String> sentences = new ArrayList<>();
        if (anatomy.noSpine().isPresent()) {
            return sentences;
        }
        for (int i = 0; i < anatomy.stacks().size(); i++) {
            if (anatomy.stacks().get(i).bodies().isEmpty()) {
                SliceStack stack = study.stacks().get(i);
                String words = stack.description().isEmpty() ? "" : " (" + stack.description() + ")";
                sentences.add("No vertebra was recognised in stack " + (i + 1) + words + " of " + stack.slices().size()
                        + " images; it counts for nothing.");
            }
        }
        long expected = anatomy.variant().units().size();
        long present = anatomy.variant().units().stream().filter(level -> anatomy.unit(level).present()).count();
        if (present < expected) {
            sentences.add("Only " + present + " of " + expected + " units are in view; the totals are of these alone.");
        }
        return sentences;
    }
}
