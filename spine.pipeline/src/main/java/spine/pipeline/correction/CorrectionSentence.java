package spine.pipeline.correction;

import java.util.ArrayList;
import java.util.List;

import spine.api.anatomy.Vertebra;
import spine.api.report.Correction;

/** Says in one sentence what a person changed, for the reader of the corrected report. */
public final class CorrectionSentence {
    /** More names than that are for the report alone. */
    private static final int LISTED = 5;

    private CorrectionSentence() {
    }

    /** Also says so where nothing was changed. */
    public static String of(Correction correction) {
        if (correction.none()) {
            return correction.files().isEmpty() ? "A person scored this again and changed nothing."
                    : "A person edited masks of this result, but nothing that counts.";
        }
        List<String> parts = new ArrayList<>();
        if (!correction.oedema().none()) {
            parts.add("regions of oedema: " + correction.oedema().added() + " added, " + correction.oedema().removed() + " removed, "
                    + correction.oedema().changed() + " changed");
        }
        if (!correction.structures().isEmpty()) {
            parts.add("outlines: " + (correction.structures().size() <= LISTED ? String.join(", ", correction.structures())
                    : correction.structures().size() + " bodies and discs"));
        }
        if (!correction.renamed().isEmpty()) {
            List<Vertebra> old = List.copyOf(correction.renamed().keySet());
            List<Vertebra> now = List.copyOf(correction.renamed().values());
            int last = old.size() - 1;
            parts.add("names: " + (last == 0 ? old.get(0) + " is now " + now.get(0)
                    : old.get(0) + " to " + old.get(last) + " are now " + now.get(0) + " to " + now.get(last)));
        }
        return "A person corrected this result of the models (" + String.join("; ", parts) + ").";
    }
}
