package spine.dicomweb.internal.bulk;

import java.util.Optional;
import spine.dicomweb.internal.archive.Instance;
import spine.io.dicomweb.json.BulkData;

/** Where the binary values of an instance can be got. Short ones stand in the text: a request for each would take longer. */
public final class BulkAddresses implements BulkData {
    private static final int LONGEST_IN_TEXT = 1024;

    private final String prefix;

    /** @param root address of the services */
    public BulkAddresses(String root, Instance instance) {
        this.prefix = root + "/studies/" + instance.study() + "/series/" + instance.series() + "/instances/" + instance.uid()
                + "/bulkdata/";
    }

    @Override
    public Optional<String> address(String place, int length) {
        return length >= 0 && length <= LONGEST_IN_TEXT ? Optional.empty() : Optional.of(prefix + place);
    }
}
