package spine.itest;

/** Serves. */
public final class SteadyModel extends TrialModel {
    static final String VERSION = "80.0.0";
}
