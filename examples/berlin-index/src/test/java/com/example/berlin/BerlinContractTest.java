package com.example.berlin;

import spine.api.score.ScoringIndex;
import spine.tck.ScoringIndexContract;

class BerlinContractTest extends ScoringIndexContract {

    @Override
    protected ScoringIndex create() {
        return new BerlinIndex();
    }
}
