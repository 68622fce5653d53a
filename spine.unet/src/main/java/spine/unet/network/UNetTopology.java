package spine.unet.network;

import java.util.ArrayList;
import java.util.List;
import spine.unet.network.Convolution.Activation;

/**
 * The attention U-Net of Oktay et al. 2018 (arXiv:1804.03999): additive gates, driven by the coarser decoder map, weigh
 * the skipped features before they are joined. Enlargements are nearest-neighbour; the gate's output convolution is left
 * out, as the decoder block that follows contains it.
 */
public final class UNetTopology {

    private UNetTopology() {
    }

    /** Lays the network out; the result is the map of class probabilities. */
    public static <T> T assemble(UNetConfiguration size, Assembler<T> assembler, T input) {
        @SuppressWarnings("unchecked")
        T[] skips = (T[]) new Object[UNetConfiguration.LEVELS + 1];
        T map = input;
        int channels = size.inputChannels();
        for (int level = 1; level <= UNetConfiguration.LEVELS; level++) {
            skips[level] = block(assembler, "encoder" + level, map, channels, size.filters(level));
            map = assembler.pool("pool" + level, skips[level]);
            channels = size.filters(level);
        }
        map = block(assembler, "bottleneck", map, channels, size.filters(UNetConfiguration.LEVELS + 1));
        for (int level = UNetConfiguration.LEVELS; level >= 1; level--) {
            int filters = size.filters(level);
            int coarse = size.filters(level + 1);
            T coefficients = gate(assembler, level, skips[level], filters, map, coarse);
            T joined = assembler.join(level, skips[level], coefficients, map,
                    Convolution.normalised3x3("up" + level, coarse, filters));
            map = block(assembler, "decoder" + level, joined, 2 * filters, filters);
        }
        return assembler.convolution(
                Convolution.pointwise("classes", size.baseFilters(), size.classes(), Activation.SOFTMAX), map);
    }

    /** Every convolution of the network, in the order in which {@link #assemble} comes to them. */
    public static List<Convolution> convolutions(UNetConfiguration size) {
        ConvolutionList convolutions = new ConvolutionList(new ArrayList<>());
        assemble(size, convolutions, "");
        return List.copyOf(convolutions.found());
    }

    private static <T> T block(Assembler<T> assembler, String name, T in, int channels, int filters) {
        T first = assembler.convolution(Convolution.normalised3x3(name + "a", channels, filters), in);
        return assembler.convolution(Convolution.normalised3x3(name + "b", filters, filters), first);
    }

    /** Theta on the skipped features, phi on the coarser map, both on the coarser grid; psi turns their sum into 0..1. */
    private static <T> T gate(Assembler<T> assembler, int level, T skip, int filters, T coarser, int coarseFilters) {
        int inner = Math.max(filters / 2, 4);
        T theta = assembler.convolution(
                new Convolution("theta" + level, filters, inner, 2, 2, false, false, Activation.NONE), skip);
        T phi = assembler.convolution(Convolution.pointwise("phi" + level, coarseFilters, inner, Activation.NONE), coarser);
        return assembler.convolution(Convolution.pointwise("psi" + level, inner, 1, Activation.SIGMOID),
                assembler.addRelu("sum" + level, theta, phi));
    }
}
