package spine.deidentify.internal.dataset;

import java.util.Set;
import java.util.TreeSet;
import spine.deidentify.internal.profile.Action;
import spine.deidentify.internal.profile.ConfidentialityTable;
import spine.dicom.StandardTags;

/** The changes of one image, each once. For one thread. */
public final class Changes {
    private static final int FIRST_CURVE = 0x50;
    private static final int FIRST_OVERLAY = 0x60;

    private final ConfidentialityTable table;
    private final Set<Change> all = new TreeSet<>();

    public Changes(ConfidentialityTable table) {
        this.table = table;
    }

    /** Private and unknown attributes are told by their group alone. */
    void add(int tag, Action action) {
        int group = tag >>> 16;
        boolean repeats = tag >>> 24 == FIRST_CURVE || tag >>> 24 == FIRST_OVERLAY;
        if ((group & 1) == 1) {
            all.add(new Change(String.format("(%04X,xxxx)", group), "private attributes", action.words()));
        } else if (repeats) {
            all.add(new Change(String.format("(%02Xxx,xxxx)", tag >>> 24), table.keyword(tag).orElseThrow(), action.words()));
        } else if (table.keyword(tag).isEmpty() && !StandardTags.isDefined(tag)) {
            all.add(new Change(String.format("(%04X,xxxx)", group), "attributes unknown to the standard", action.words()));
        } else {
            String keyword = table.keyword(tag).orElse("not in table E.1-1");
            all.add(new Change(String.format("(%04X,%04X)", group, tag & 0xffff), keyword, action.words()));
        }
    }

    /** By tag. */
    public Set<Change> all() {
        return all;
    }
}
