package spine.itest;

/** Its activation never comes back. */
public class HangingIndex extends TrialIndex {

    /** Called by Declarative Services. */
    public void activate() {
        HangingActivator.Forever.hang();
    }
}
