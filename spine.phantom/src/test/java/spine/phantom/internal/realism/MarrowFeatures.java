package spine.phantom.internal.realism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What vertebral bodies look like, one value per body and slice; signals relative to the mean of the marrow more than 4 mm from the
 * outline. Texture is what remains of that marrow after removal of a linear trend.
 */
final class MarrowFeatures {

    /** One feature of a body on a slice. */
    enum Feature {
        /** Standard deviation of the texture. */
        TEXTURE("texture, coefficient of variation"),
        /** Autocorrelation of the texture, mean of both directions in the plane; the Fourier transform of its spectrum. */
        LAG_1("autocorrelation at 1 mm"), LAG_2("autocorrelation at 2 mm"), LAG_4("autocorrelation at 4 mm"),
        /** Least signal between 2 mm outside and 3 mm inside the outlined endplates. */
        LINE("dark line at the endplate, signal"),
        /** How much of the way from 4 mm outside to 7 mm inside has less than 0.85. */
        LINE_WIDTH("dark line, width in mm"),
        /** Signal 4 mm outside, mostly disc. */
        DISC("signal 4 mm beyond the endplate"),
        /** Deviation from the mean of the two neighbouring bodies. */
        NEIGHBOUR("difference from neighbours");

        private final String words;

        Feature(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private static final int MARGIN = 4;
    private static final int LEAST = 120;
    private static final int OUTSIDE = 4;
    private static final int INSIDE = 7;
    private final Map<Feature, List<Double>> values = new EnumMap<>(Feature.class);

    MarrowFeatures(List<LabelledSlice> slices) {
        for (Feature feature : Feature.values()) {
            values.put(feature, new ArrayList<>());
        }
        slices.forEach(this::slice);
    }

    double[] of(Feature feature) {
        return values.get(feature).stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private void slice(LabelledSlice slice) {
        TreeSet<Integer> bodies = new TreeSet<>();
        for (int body : slice.body()) {
            bodies.add(body);
        }
        bodies.remove(0);
        Map<Integer, Double> means = new TreeMap<>();
        for (int body : bodies) {
            double[] texture = new double[slice.rows() * slice.columns()];
            double mean = texture(slice, body, texture);
            if (mean > 0) {
                means.put(body, mean);
                autocorrelation(slice, texture);
                endplates(slice, body, mean);
            }
        }
        for (int body : means.keySet()) {
            if (means.containsKey(body - 1) && means.containsKey(body + 1)) {
                add(Feature.NEIGHBOUR, Math.abs(2 * means.get(body) / (means.get(body - 1) + means.get(body + 1)) - 1));
            }
        }
    }

    private void add(Feature feature, double value) {
        values.get(feature).add(value);
    }

    /** Fills in the texture, NaN elsewhere. @return the mean signal, 0 if the body is too small */
    private static double texture(LabelledSlice slice, int body, double[] texture) {
        Arrays.fill(texture, Double.NaN);
        int n = 0;
        double sum = 0;
        double rowSum = 0;
        double columnSum = 0;
        for (int r = 0; r < slice.rows(); r++) {
            for (int c = 0; c < slice.columns(); c++) {
                if (deep(slice, body, r, c)) {
                    texture[r * slice.columns() + c] = slice.at(r, c);
                    n++;
                    sum += slice.at(r, c);
                    rowSum += r;
                    columnSum += c;
                }
            }
        }
        if (n < LEAST || sum <= 0) {
            return 0;
        }
        double mean = sum / n;
        // Rows and columns of a body are nearly uncorrelated, so that the two slopes may be fitted one by one.
        double[] slope = new double[2];
        double[] spread = new double[2];
        for (int i = 0; i < texture.length; i++) {
            if (!Double.isNaN(texture[i])) {
                double[] at = {i / slice.columns() - rowSum / n, i % slice.columns() - columnSum / n};
                for (int axis = 0; axis < 2; axis++) {
                    slope[axis] += at[axis] * texture[i];
                    spread[axis] += at[axis] * at[axis];
                }
            }
        }
        for (int i = 0; i < texture.length; i++) {
            texture[i] = (texture[i] - mean - slope[0] / spread[0] * (i / slice.columns() - rowSum / n)
                    - slope[1] / spread[1] * (i % slice.columns() - columnSum / n)) / mean;
        }
        return mean;
    }

    private static boolean deep(LabelledSlice slice, int body, int row, int column) {
        return slice.bodyAt(row, column) == body && slice.bodyAt(row - MARGIN, column) == body
                && slice.bodyAt(row + MARGIN, column) == body && slice.bodyAt(row, column - MARGIN) == body
                && slice.bodyAt(row, column + MARGIN) == body;
    }

    private void autocorrelation(LabelledSlice slice, double[] texture) {
        double variance = product(slice, texture, 0);
        add(Feature.TEXTURE, Math.sqrt(variance));
        add(Feature.LAG_1, product(slice, texture, 1) / variance);
        add(Feature.LAG_2, product(slice, texture, 2) / variance);
        add(Feature.LAG_4, product(slice, texture, 4) / variance);
    }

    private static double product(LabelledSlice slice, double[] texture, int lag) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < texture.length; i++) {
            for (int step : new int[] {lag, lag * slice.columns()}) {
                if (i + step < texture.length && !Double.isNaN(texture[i] * texture[i + step])) {
                    sum += texture[i] * texture[i + step];
                    n++;
                }
            }
        }
        return n == 0 ? 0 : sum / n;
    }

    /** Mean profile along three columns through both endplates. */
    private void endplates(LabelledSlice slice, int body, double mean) {
        double middle = 0;
        int n = 0;
        for (int i = 0; i < slice.body().length; i++) {
            if (slice.body()[i] == body) {
                middle += i % slice.columns();
                n++;
            }
        }
        double[] profile = new double[OUTSIDE + INSIDE + 1];
        int profiles = 0;
        for (int shift = -4; shift <= 4; shift += 4) {
            int column = (int) (middle / n) + shift;
            for (int inwards = -1; inwards <= 1; inwards += 2) {
                int edge = inwards > 0 ? 0 : slice.rows() - 1;
                while (edge >= 0 && edge < slice.rows() && slice.bodyAt(edge, column) != body) {
                    edge += inwards;
                }
                int outer = edge - inwards * OUTSIDE;
                int inner = edge + inwards * INSIDE;
                if (Math.min(outer, inner) >= 0 && Math.max(outer, inner) < slice.rows()) {
                    for (int k = 0; k < profile.length; k++) {
                        profile[k] += slice.at(outer + inwards * k, column) / mean;
                    }
                    profiles++;
                }
            }
        }
        if (profiles == 0) {
            return;
        }
        double least = Double.MAX_VALUE;
        double width = 0;
        for (int k = 0; k < profile.length; k++) {
            profile[k] /= profiles;
            least = k >= OUTSIDE - 2 && k <= OUTSIDE + 3 ? Math.min(least, profile[k]) : least;
            width += profile[k] < 0.85 ? 1 : 0;
        }
        add(Feature.LINE, least);
        add(Feature.LINE_WIDTH, width);
        add(Feature.DISC, profile[0]);
    }
}
