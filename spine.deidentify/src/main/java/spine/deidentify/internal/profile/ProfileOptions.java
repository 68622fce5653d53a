package spine.deidentify.internal.profile;

import java.util.ArrayList;
import java.util.List;

/** The options of the profile that somebody can choose; descriptors are always cleaned and safe private attributes always kept. */
public record ProfileOptions(boolean retainUids, boolean shiftDates) {
    private static final MethodCode BASIC = new MethodCode("113100", "Basic Application Confidentiality Profile");
    private static final MethodCode CLEAN_DESCRIPTORS = new MethodCode("113105", "Clean Descriptors Option");
    private static final MethodCode MODIFIED_DATES =
            new MethodCode("113107", "Retain Longitudinal Temporal Information Modified Dates Option");
    private static final MethodCode RETAIN_UIDS = new MethodCode("113110", "Retain UIDs Option");
    private static final MethodCode RETAIN_SAFE_PRIVATE = new MethodCode("113111", "Retain Safe Private Option");

    /** What DeidentificationMethodCodeSequence (0012,0064) shall name. */
    public List<MethodCode> codes() {
        List<MethodCode> codes = new ArrayList<>(List.of(BASIC, CLEAN_DESCRIPTORS));
        if (shiftDates) {
            codes.add(MODIFIED_DATES);
        }
        if (retainUids) {
            codes.add(RETAIN_UIDS);
        }
        codes.add(RETAIN_SAFE_PRIVATE);
        return codes;
    }
}
