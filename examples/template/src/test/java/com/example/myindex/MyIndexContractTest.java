package com.example.myindex;

import spine.api.score.ScoringIndex;
import spine.tck.ScoringIndexContract;

class MyIndexContractTest extends ScoringIndexContract {

    @Override
    protected ScoringIndex create() {
        return new MyIndex();
    }
}
