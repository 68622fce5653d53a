package spine.nd4j.internal.plan;

import spine.unet.network.Assembler;
import spine.unet.network.Convolution;
import spine.unet.network.UNetConfiguration;
import spine.unet.network.UNetTopology;

/**
 * How much memory a plan takes at most, by its topology alone: nothing is allocated, and that maps take each other's place is not counted.
 *
 * @param fixed bytes whatever the number of images: the weights
 * @param image bytes for each image: all maps, and the unfolded input of the largest convolution, which the device may need besides
 */
public record PlanMemoryNeed(long fixed, long image) {

    /** Of a plan for images of this size. */
    public static PlanMemoryNeed of(UNetConfiguration size, int rows, int columns) {
        Counter counter = new Counter();
        Map input = counter.map(rows, columns, size.inputChannels());
        UNetTopology.assemble(size, counter, input);
        return new PlanMemoryNeed(Float.BYTES * counter.weights, Float.BYTES * (counter.maps + counter.unfolded));
    }

    /** Of so many images. */
    public long bytes(int images) {
        return fixed + images * image;
    }

    /** How many images fit; 0 where not one does. */
    public int imagesWithin(long bytes) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, (bytes - fixed) / image));
    }

    private record Map(int rows, int columns, int channels) {
    }

    /** Counts numbers in single precision, of the maps that {@link PlanAssembler} lays out. */
    private static final class Counter implements Assembler<Map> {
        private long weights;
        private long maps;
        private long unfolded;

        Map map(int rows, int columns, int channels) {
            maps += (long) rows * columns * channels;
            return new Map(rows, columns, channels);
        }

        @Override
        public Map convolution(Convolution c, Map in) {
            return convolution(c, c.out(), in);
        }

        private Map convolution(Convolution c, int channels, Map in) {
            Map out = map(in.rows / c.stride(), in.columns / c.stride(), channels);
            int taps = c.in() * c.kernel() * c.kernel();
            weights += (long) channels * (taps + 1);
            unfolded = Math.max(unfolded, (long) out.rows * out.columns * taps);
            return out;
        }

        @Override
        public Map pool(String name, Map in) {
            return map(in.rows / 2, in.columns / 2, in.channels);
        }

        @Override
        public Map addRelu(String name, Map a, Map b) {
            return a;
        }

        @Override
        public Map join(int level, Map skip, Map coefficients, Map coarse, Convolution up) {
            convolution(up, 4 * up.out(), coarse);
            return map(skip.rows, skip.columns, 2 * up.out());
        }
    }
}
