package spine.api.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import spine.api.anatomy.Vertebra;

/**
 * What a person changed in the result of the models before it was scored again.
 *
 * @param reportSha256 digest of the {@code report.json} of the models' result, 64 lower-case hexadecimal digits
 * @param files the mask files that differ from what the models outlined, in the order in which they were read; may be empty
 * @param renamed the vertebrae that have another name now, by the name that they had, from head to foot; may be empty
 * @param oedema how the outlined oedema changed
 * @param structures the bodies and discs whose outlines changed, each with its station; may be empty
 */
public record Correction(String reportSha256, List<MaskFile> files, Map<Vertebra, Vertebra> renamed, OedemaChange oedema,
        List<String> structures) {

    public Correction {
        Objects.requireNonNull(reportSha256, "reportSha256");
        files = List.copyOf(files);
        renamed = Collections.unmodifiableMap(new LinkedHashMap<>(renamed));
        Objects.requireNonNull(oedema, "oedema");
        structures = List.copyOf(structures);
    }

    /**
     * A file that a person edited.
     *
     * @param name without its folder
     * @param sha256 digest of its content
     */
    public record MaskFile(String name, String sha256) {
    }

    /**
     * Connected regions of oedema in one vertebral body of one station, compared pixel by pixel.
     *
     * @param added regions where the models had none
     * @param removed regions of the models where none is left
     * @param changed regions of the models that overlap with one of another outline
     */
    public record OedemaChange(int added, int removed, int changed) {

        /** Whether all outlines are those of the models. */
        public boolean none() {
            return added + removed + changed == 0;
        }
    }

    /** Whether bodies and discs have other outlines or names than the models gave. */
    public boolean ofAnatomy() {
        return !renamed.isEmpty() || !structures.isEmpty();
    }

    /** Whether all that counts is as the models gave it, and the scores with it. */
    public boolean none() {
        return oedema.none() && !ofAnatomy();
    }
}
