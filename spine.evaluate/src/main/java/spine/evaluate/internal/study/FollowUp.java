package spine.evaluate.internal.study;

import java.util.ArrayList;
import java.util.List;
import spine.api.anatomy.DiscLevel;

/**
 * Two studies of one patient in truth and prediction.
 *
 * @param patient who it is
 * @param timePoint of the later study; the earlier one is that before it
 * @param unchanged whether in truth no lesion has changed
 * @param trueBefore truth of the earlier study
 * @param trueNow truth of the later one
 * @param before report of the earlier study
 * @param now report of the later one
 */
public record FollowUp(String patient, int timePoint, boolean unchanged, StudyReport trueBefore, StudyReport trueNow, StudyReport before,
        StudyReport now) {

    /** By how much a total has changed in truth. */
    public double trueChange(String total) {
        return trueNow.total(total) - trueBefore.total(total);
    }

    /** By how much it has changed according to the reports. */
    public double change(String total) {
        return now.total(total) - before.total(total);
    }

    /** By how much the scores of the units have changed that both reports show. */
    public List<Double> unitChanges() {
        List<Double> changes = new ArrayList<>();
        for (DiscLevel level : before.units().keySet()) {
            if (now.units().containsKey(level)) {
                changes.add(now.units().get(level).score() - before.units().get(level).score());
            }
        }
        return changes;
    }
}
