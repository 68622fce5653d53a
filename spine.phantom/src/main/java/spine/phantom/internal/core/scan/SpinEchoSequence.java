package spine.phantom.internal.core.scan;

/**
 * A spin-echo sequence with optional inversion pulse; times in ms.
 *
 * @param repetition TR
 * @param echo TE
 * @param inversion TI, 0 for a sequence without inversion pulse
 */
public record SpinEchoSequence(double repetition, double echo, double inversion) {

    /**
     * Signed signal of one proton pool; a magnitude image shows the absolute value of the sum over the pools of a voxel.
     *
     * @param density proton density, still CSF being 1
     * @param t1 ms
     * @param t2 ms
     */
    public double signal(double density, double t1, double t2) {
        double recovered = inversion > 0
                ? 1 - 2 * StrictMath.exp(-inversion / t1) + StrictMath.exp(-repetition / t1)
                : 1 - StrictMath.exp(-repetition / t1);
        return density * recovered * StrictMath.exp(-echo / t2);
    }

    /** The T1 whose longitudinal magnetisation passes through zero at the inversion time. */
    public double nulledT1() {
        double t1 = inversion / StrictMath.log(2);
        for (int i = 0; i < 40; i++) {
            t1 = inversion / (StrictMath.log(2) - StrictMath.log(1 + StrictMath.exp(-repetition / t1)));
        }
        return t1;
    }
}
