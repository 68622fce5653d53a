package com.example.canden;

import spine.api.score.ScoringIndex;
import spine.tck.ScoringIndexContract;

class CandenContractTest extends ScoringIndexContract {

    @Override
    protected ScoringIndex create() {
        return new CandenIndex();
    }
}
