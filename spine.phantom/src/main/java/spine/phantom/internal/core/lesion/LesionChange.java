package spine.phantom.internal.core.lesion;

/**
 * What became of a lesion since the time point before.
 *
 * @param lesion number of the lesion in its patient, from 1, the same at all time points
 * @param vertebra where it lies, C2 = 0
 * @param border by how much its border has moved outwards, mm
 * @param before its severity at the time point before, 0 like normal marrow, 1 like fluid; 0 if it is new
 * @param now its severity; 0 if it has resolved
 */
public record LesionChange(int lesion, int vertebra, LesionType type, Fate fate, double border, double before, double now) {

    /** What can become of a lesion. */
    public enum Fate {
        RESOLVED("resolved"), SHRUNK("shrunk"), FADED("faded"), UNCHANGED("unchanged"), GROWN("grown"), BRIGHTER("brighter"), NEW("new");

        private final String words;

        Fate(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
