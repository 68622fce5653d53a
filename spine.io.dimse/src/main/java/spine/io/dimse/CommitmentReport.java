package spine.io.dimse;

import java.util.Map;
import java.util.Set;

/**
 * What a node says of objects that it was asked to keep for good.
 *
 * @param committed SOP instance UIDs of those that it keeps
 * @param failed those that it does not, by SOP instance UID, with its reason (PS3.3 C.14.1.1)
 */
public record CommitmentReport(Set<String> committed, Map<String, DimseStatus> failed) {

    public CommitmentReport {
        committed = Set.copyOf(committed);
        failed = Map.copyOf(failed);
    }
}
