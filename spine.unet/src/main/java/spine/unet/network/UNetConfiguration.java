package spine.unet.network;

/**
 * Size of an attention U-Net: four skip levels and a bottleneck with F, 2F, 4F, 8F and 16F filters.
 *
 * @param inputChannels channels of the input, above 0
 * @param baseFilters filters F of the finest level, above 0
 * @param classes classes of the softmax output, background included, at least 2
 */
public record UNetConfiguration(int inputChannels, int baseFilters, int classes) {

    /** Rows and columns of an input must be multiples of this: the map is halved four times. */
    public static final int GRID = 16;

    public static final int LEVELS = 4;

    public UNetConfiguration {
        if (inputChannels < 1 || baseFilters < 1 || classes < 2) {
            throw new IllegalArgumentException("no attention U-Net with " + inputChannels + " channels, " + baseFilters
                    + " base filters and " + classes + " classes");
        }
    }

    /** The shipped size: three neighbouring slices, eight base filters. */
    public static UNetConfiguration ofClasses(int classes) {
        return new UNetConfiguration(3, 8, classes);
    }

    /** Filters at the level, 1 (finest) to 5 (bottleneck). */
    int filters(int level) {
        return baseFilters << (level - 1);
    }
}
