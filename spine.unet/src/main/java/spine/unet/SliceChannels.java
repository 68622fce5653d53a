package spine.unet;

/** How the channels of a network's input are composed of the slices of a stack. Stateless. */
public interface SliceChannels {

    /** Name under which a model card refers to it. */
    String name();

    /** Number of channels, above 0. */
    int count();

    /**
     * The slice that fills a channel.
     *
     * @param slice slice to be segmented, {@code 0..slices-1}
     * @param channel {@code 0..count()-1}
     * @param slices number of slices of the stack
     * @return a slice of the stack
     */
    int source(int slice, int channel, int slices);

    /** The slice between its two neighbours; the first and the last slice stand in for a missing neighbour. */
    SliceChannels NEIGHBOURS = new SliceChannels() {
        @Override
        public String name() {
            return "neighbours-3";
        }

        @Override
        public int count() {
            return 3;
        }

        @Override
        public int source(int slice, int channel, int slices) {
            return Math.max(0, Math.min(slices - 1, slice + channel - 1));
        }
    };

    /** The composition of that name. @throws IllegalArgumentException if there is none */
    static SliceChannels named(String name) {
        if (NEIGHBOURS.name().equals(name)) {
            return NEIGHBOURS;
        }
        throw new IllegalArgumentException("unknown composition of channels '" + name + "'");
    }
}
