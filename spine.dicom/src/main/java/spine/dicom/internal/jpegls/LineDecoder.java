package spine.dicom.internal.jpegls;

import java.util.Arrays;
import spine.api.UnusableInputException;

/** Decodes the lines of a scan sample by sample, in regular mode or in run mode (annex A). */
final class LineDecoder {
    /** Logarithms of the lengths of runs (A.7.1.1). */
    private static final int[] RUN_BITS = {
        0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15};
    private static final int LAST_RUN_INDEX = RUN_BITS.length - 1;

    private final CodingParameters parameters;
    private final CodeBits in;
    private final String name;
    private final Contexts contexts;
    private final RunContext[] runContexts;
    private final int largest;
    private final int near;
    private final int wrap;
    private final int step;
    private final int errorBits;
    private final int longestCode;
    /** Quantized gradients, from {@code -largest} to {@code largest} (A.3.3). */
    private final byte[] quantized;

    LineDecoder(CodingParameters parameters, CodeBits in, String name) {
        this.parameters = parameters;
        this.in = in;
        this.name = name;
        this.contexts = new Contexts(parameters);
        this.runContexts = new RunContext[] {new RunContext(0, parameters), new RunContext(1, parameters)};
        this.largest = parameters.largest();
        this.near = parameters.near();
        this.step = parameters.step();
        this.wrap = parameters.range() * step;
        this.errorBits = parameters.errorBits();
        this.longestCode = parameters.longestCode();
        this.quantized = new byte[2 * largest + 1];
        for (int gradient = -largest; gradient <= largest; gradient++) {
            quantized[gradient + largest] = (byte) quantize(gradient);
        }
    }

    private int quantize(int gradient) {
        int size = Math.abs(gradient);
        int region = size <= near ? 0 : size < parameters.t1() ? 1 : size < parameters.t2() ? 2 : size < parameters.t3() ? 3 : 4;
        return gradient < 0 ? -region : region;
    }

    /**
     * Decodes a line of one component.
     *
     * @param above the line above, with a sample more on either side
     * @param line the same for the new line; its first element is set
     * @param runIndex of the component so far
     * @return the new run index
     */
    int line(int[] above, int[] line, int runIndex) throws UnusableInputException {
        int end = line.length - 1;
        int run = runIndex;
        int x = 1;
        while (x < end) {
            int context = context(above, line, x);
            if (context != 0) {
                line[x] = regular(above, line, x, context);
                x++;
                continue;
            }
            int left = line[x - 1];
            while (x < end && in.bit()) {
                int length = 1 << RUN_BITS[run];
                int filled = Math.min(length, end - x);
                Arrays.fill(line, x, x + filled, left);
                x += filled;
                run = filled == length ? Math.min(LAST_RUN_INDEX, run + 1) : run;
            }
            if (x < end) {
                int filled = rest(run, end - x);
                Arrays.fill(line, x, x + filled, left);
                x += filled;
                int type = Math.abs(left - above[x]) <= near ? 1 : 0;
                line[x] = type == 1 ? interrupted(1, left, 1, run) : interrupted(0, above[x], left > above[x] ? -1 : 1, run);
                x++;
                run = Math.max(0, run - 1);
            }
        }
        return run;
    }

    /** The same for all components of a line, sample by sample: they have runs in common. */
    int interleaved(int[][] above, int[][] lines, int runIndex) throws UnusableInputException {
        int end = lines[0].length - 1;
        int run = runIndex;
        int x = 1;
        while (x < end) {
            if (!isRun(above, lines, x)) {
                for (int c = 0; c < lines.length; c++) {
                    lines[c][x] = regular(above[c], lines[c], x, context(above[c], lines[c], x));
                }
                x++;
                continue;
            }
            while (x < end && in.bit()) {
                int length = 1 << RUN_BITS[run];
                int filled = Math.min(length, end - x);
                repeat(lines, x, filled);
                x += filled;
                run = filled == length ? Math.min(LAST_RUN_INDEX, run + 1) : run;
            }
            if (x < end) {
                int filled = rest(run, end - x);
                repeat(lines, x, filled);
                x += filled;
                for (int c = 0; c < lines.length; c++) {
                    int left = lines[c][x - 1];
                    lines[c][x] = interrupted(0, above[c][x], left > above[c][x] ? -1 : 1, run);
                }
                x++;
                run = Math.max(0, run - 1);
            }
        }
        return run;
    }

    private boolean isRun(int[][] above, int[][] lines, int x) {
        boolean runs = true;
        for (int c = 0; c < lines.length && runs; c++) {
            runs = context(above[c], lines[c], x) == 0;
        }
        return runs;
    }

    private static void repeat(int[][] lines, int from, int count) {
        for (int[] line : lines) {
            Arrays.fill(line, from, from + count, line[from - 1]);
        }
    }

    /** Length of the run's last part, which is not a whole one. */
    private int rest(int run, int left) throws UnusableInputException {
        int count = in.bits(RUN_BITS[run]);
        if (count >= left) {
            throw new UnusableInputException(name + " is damaged: its compressed pixels contain a run longer than a line");
        }
        return count;
    }

    /** From -364 to 364; 0 begins a run. */
    private int context(int[] above, int[] line, int x) {
        int b = above[x];
        int c = above[x - 1];
        return 81 * quantized[above[x + 1] - b + largest] + 9 * quantized[b - c + largest] + quantized[c - line[x - 1] + largest];
    }

    private int regular(int[] above, int[] line, int x, int signedContext) throws UnusableInputException {
        int sign = signedContext < 0 ? -1 : 1;
        int context = signedContext * sign;
        int a = line[x - 1];
        int b = above[x];
        int c = above[x - 1];
        int smaller = Math.min(a, b);
        int larger = Math.max(a, b);
        int expected = c >= larger ? smaller : c <= smaller ? larger : a + b - c;
        expected = clamped(expected + sign * contexts.correction(context));
        int k = contexts.golombParameter(context);
        int error = contexts.error(context, k, in.golomb(k, longestCode, errorBits));
        contexts.learn(context, error);
        return sample(expected, sign * error);
    }

    private int interrupted(int type, int expected, int sign, int run) throws UnusableInputException {
        RunContext context = runContexts[type];
        int k = context.golombParameter();
        int mapped = in.golomb(k, longestCode - RUN_BITS[run] - 1, errorBits);
        int error = context.error(k, mapped);
        context.learn(error, mapped);
        return sample(expected, sign * error);
    }

    private int sample(int expected, int error) {
        int value = expected + error * step;
        if (value < -near) {
            value += wrap;
        } else if (value > largest + near) {
            value -= wrap;
        }
        return clamped(value);
    }

    private int clamped(int value) {
        return value < 0 ? 0 : Math.min(value, largest);
    }
}
