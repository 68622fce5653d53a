package spine.evaluate.internal.insertion;

import java.util.BitSet;
import spine.api.anatomy.Vertebra;

/**
 * A vertebral body on the slices of one stack.
 *
 * @param level its name
 * @param stack index of the stack
 * @param slices its pixels by slice, bit {@code row * columns + column}
 */
record BodyOutline(Vertebra level, int stack, BitSet[] slices) {

    /** The slice with the most pixels, the first of equal ones. */
    int largest() {
        int largest = 0;
        for (int slice = 1; slice < slices.length; slice++) {
            largest = slices[slice].cardinality() > slices[largest].cardinality() ? slice : largest;
        }
        return largest;
    }

    /** Whether it is seen on its largest slice and both neighbours of that. */
    boolean onThreeSlices() {
        int mid = largest();
        return mid > 0 && mid < slices.length - 1 && !slices[mid - 1].isEmpty() && !slices[mid + 1].isEmpty();
    }
}
