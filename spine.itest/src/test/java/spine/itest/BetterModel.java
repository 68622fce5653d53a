package spine.itest;

/** Serves after the steady one. */
public final class BetterModel extends TrialModel {
    static final String VERSION = "82.0.0";
}
