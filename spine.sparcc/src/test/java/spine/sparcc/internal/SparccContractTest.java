package spine.sparcc.internal;

import spine.api.score.ScoringIndex;
import spine.tck.ScoringIndexContract;

class SparccContractTest extends ScoringIndexContract {

    @Override
    protected ScoringIndex create() {
        return new SparccIndex(DrawnSpine.RULES);
    }
}
