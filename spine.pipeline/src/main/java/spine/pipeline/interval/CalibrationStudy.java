package spine.pipeline.interval;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

import spine.api.score.Score;

/**
 * What one study with a known truth contributes to the calibration of intervals.
 *
 * @param truth true totals by name
 * @param strict totals of the findings that are nearly certain
 * @param lenient totals of all findings that are possible
 * @param traits what was measured of it; NaN for what could not be measured
 */
public record CalibrationStudy(Map<String, Double> truth, Map<String, Double> strict, Map<String, Double> lenient,
        Map<StudyTrait, Double> traits) {

    public CalibrationStudy {
        truth = Collections.unmodifiableMap(new LinkedHashMap<>(truth));
        strict = Collections.unmodifiableMap(new LinkedHashMap<>(strict));
        lenient = Collections.unmodifiableMap(new LinkedHashMap<>(lenient));
        traits = Collections.unmodifiableMap(new EnumMap<>(traits));
    }

    /**
     * @param truth true totals by name
     * @param strict score of the nearly certain findings
     * @param lenient score of all possible findings
     */
    public static CalibrationStudy of(Map<String, Double> truth, Score strict, Score lenient, Map<StudyTrait, Double> traits) {
        return new CalibrationStudy(truth, strict.totals(), lenient.totals(), traits);
    }
}
