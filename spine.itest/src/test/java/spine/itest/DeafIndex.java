package spine.itest;

import java.nio.file.Files;
import java.nio.file.Path;

import spine.api.score.Score;
import spine.api.score.ScoringInput;

/** Neither comes back from a study, after it has said so by a file, nor stops. */
public class DeafIndex extends TrialIndex {
    static final String ASKED = "asked";

    @Override
    public Score score(ScoringInput input) {
        try {
            Files.writeString(Path.of(System.getProperty("spine.home"), ASKED), "");
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
        HangingActivator.Forever.hang();
        return super.score(input);
    }

    /** Called by Declarative Services. */
    public void deactivate() {
        HangingActivator.Forever.hang();
    }
}
