package spine.io.dicom.internal.selection;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** A stretch along an axis of the patient, mm. */
record Extent(double low, double high) {

    double length() {
        return high - low;
    }

    double overlap(Extent other) {
        return Math.max(0, Math.min(high, other.high) - Math.max(low, other.low));
    }

    /** The length of this stretch that the others cover together. */
    double coveredBy(Collection<Extent> others) {
        List<Extent> sorted = others.stream().sorted(Comparator.comparingDouble(Extent::low)).toList();
        double covered = 0;
        double from = low;
        for (Extent other : sorted) {
            double start = Math.max(from, other.low);
            double end = Math.min(high, other.high);
            if (end > start) {
                covered += end - start;
                from = end;
            }
        }
        return covered;
    }
}
