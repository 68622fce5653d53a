package spine.launcher.doctor;

import java.io.IOException;

/** Looks at one thing. */
@FunctionalInterface
interface Examination {

    /**
     * Looks, and mends what only a cache or a leftover loses by it.
     *
     * @param fix whether to mend also what belongs to the user: modes of folders, bundles that cannot be used
     * @throws IOException if what is to be examined cannot be read, which then is what is wrong
     */
    Finding examine(boolean fix) throws IOException;
}
