package spine.unet.tck;

import spine.unet.network.Assembler;
import spine.unet.network.Convolution;
import spine.unet.network.UNetParameters;
import spine.unet.network.UNetTopology;

/** The network in double precision, as it is described and without any trick; slow. Safe for use by many threads. */
public final class ReferenceNetwork implements Assembler<FeatureMap> {
    private final UNetParameters parameters;

    public ReferenceNetwork(UNetParameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Runs the network on one image.
     *
     * @param in {@code [row][column][channel]} in one row
     * @return {@code [row][column][class]} in one row
     */
    public float[] run(int rows, int columns, float[] in) {
        FeatureMap input = FeatureMap.of(rows, columns, parameters.size().inputChannels());
        for (int i = 0; i < in.length; i++) {
            input.values()[i] = in[i];
        }
        double[] out = UNetTopology.assemble(parameters.size(), this, input).values();
        float[] probabilities = new float[out.length];
        for (int i = 0; i < out.length; i++) {
            probabilities[i] = (float) out[i];
        }
        return probabilities;
    }

    @Override
    public FeatureMap convolution(Convolution c, FeatureMap in) {
        UNetParameters.Folded folded = parameters.get(c);
        int before = c.stride() == 1 ? c.kernel() / 2 : 0;
        FeatureMap out = FeatureMap.of(in.rows() / c.stride(), in.columns() / c.stride(), c.out());
        for (int row = 0; row < out.rows(); row++) {
            for (int column = 0; column < out.columns(); column++) {
                for (int o = 0; o < c.out(); o++) {
                    double sum = folded.bias()[o];
                    for (int kr = 0; kr < c.kernel(); kr++) {
                        for (int kc = 0; kc < c.kernel(); kc++) {
                            int r = row * c.stride() + kr - before;
                            int k = column * c.stride() + kc - before;
                            if (r >= 0 && r < in.rows() && k >= 0 && k < in.columns()) {
                                for (int i = 0; i < c.in(); i++) {
                                    sum += in.at(r, k, i) * folded.weights()[((o * c.in() + i) * c.kernel() + kr) * c.kernel() + kc];
                                }
                            }
                        }
                    }
                    out.set(row, column, o, sum);
                }
            }
        }
        activate(c.activation(), out);
        return out;
    }

    private static void activate(Convolution.Activation activation, FeatureMap map) {
        double[] values = map.values();
        switch (activation) {
            case NONE -> { }
            case RELU -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = Math.max(0, values[i]);
                }
            }
            case SIGMOID -> {
                for (int i = 0; i < values.length; i++) {
                    values[i] = 1 / (1 + Math.exp(-values[i]));
                }
            }
            case SOFTMAX -> {
                for (int pixel = 0; pixel < values.length; pixel += map.channels()) {
                    double sum = 0;
                    for (int c = 0; c < map.channels(); c++) {
                        values[pixel + c] = Math.exp(values[pixel + c]);
                        sum += values[pixel + c];
                    }
                    for (int c = 0; c < map.channels(); c++) {
                        values[pixel + c] /= sum;
                    }
                }
            }
        }
    }

    @Override
    public FeatureMap pool(String name, FeatureMap in) {
        FeatureMap out = FeatureMap.of(in.rows() / 2, in.columns() / 2, in.channels());
        for (int row = 0; row < out.rows(); row++) {
            for (int column = 0; column < out.columns(); column++) {
                for (int c = 0; c < in.channels(); c++) {
                    out.set(row, column, c, Math.max(Math.max(in.at(2 * row, 2 * column, c), in.at(2 * row, 2 * column + 1, c)),
                            Math.max(in.at(2 * row + 1, 2 * column, c), in.at(2 * row + 1, 2 * column + 1, c))));
                }
            }
        }
        return out;
    }

    @Override
    public FeatureMap addRelu(String name, FeatureMap a, FeatureMap b) {
        FeatureMap out = FeatureMap.of(a.rows(), a.columns(), a.channels());
        for (int i = 0; i < out.values().length; i++) {
            out.values()[i] = Math.max(0, a.values()[i] + b.values()[i]);
        }
        return out;
    }

    @Override
    public FeatureMap join(int level, FeatureMap skip, FeatureMap coefficients, FeatureMap coarse, Convolution up) {
        FeatureMap enlarged = convolution(up, enlarged(coarse));
        FeatureMap out = FeatureMap.of(skip.rows(), skip.columns(), skip.channels() + enlarged.channels());
        for (int row = 0; row < out.rows(); row++) {
            for (int column = 0; column < out.columns(); column++) {
                for (int c = 0; c < out.channels(); c++) {
                    out.set(row, column, c, c < skip.channels()
                            ? skip.at(row, column, c) * coefficients.at(row / 2, column / 2, 0)
                            : enlarged.at(row, column, c - skip.channels()));
                }
            }
        }
        return out;
    }

    private static FeatureMap enlarged(FeatureMap in) {
        FeatureMap out = FeatureMap.of(2 * in.rows(), 2 * in.columns(), in.channels());
        for (int row = 0; row < out.rows(); row++) {
            for (int column = 0; column < out.columns(); column++) {
                for (int c = 0; c < in.channels(); c++) {
                    out.set(row, column, c, in.at(row / 2, column / 2, c));
                }
            }
        }
        return out;
    }
}
