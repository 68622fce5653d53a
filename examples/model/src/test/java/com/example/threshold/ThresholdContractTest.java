package com.example.threshold;

import spine.api.model.SegmentationModel;
import spine.tck.SegmentationModelContract;

class ThresholdContractTest extends SegmentationModelContract {

    @Override
    protected SegmentationModel create() {
        return new ThresholdModel();
    }
}
